package tallyfold.security.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tallyfold.security.internal.ThrottleRule.Count;

class ThrottleRuleTest {

    private static final Instant START = Instant.parse("2026-11-23T09:00:00Z");

    @Test
    void doublesTheDelayFromTheFifthFailureUpToAQuarterOfAnHour() {
        assertThat(IntStream.rangeClosed(1, 12).mapToObj(ThrottleRule::delay).map(Duration::toSeconds))
                .containsExactly(0L, 0L, 0L, 0L, 30L, 60L, 120L, 240L, 480L, 900L, 900L, 900L);
        assertThat(ThrottleRule.delay(1_000)).isEqualTo(ThrottleRule.LONGEST_DELAY);
    }

    @Test
    void letsAtMostTwentyGuessesAnHourThroughForAnAccount() {
        Count count = Count.none(START);
        Instant now = START;
        int inFirstHour = 0;
        while (now.isBefore(START.plus(Duration.ofHours(1)))) {
            inFirstHour++;
            count = ThrottleRule.countAccount(count, now);
            Instant until = count.blockedUntil();
            now = until != null && until.isAfter(now) ? until : now;
        }
        assertThat(inFirstHour).isBetween(5, 20);
    }

    @Test
    void forgetsAnAccountAfterADayWithoutFailures() {
        Count old = new Count(30, START.plusSeconds(900), START);
        assertThat(ThrottleRule.countAccount(old, START.plus(Duration.ofHours(25)))
                        .failures())
                .isEqualTo(1);
    }

    @Test
    void neverBlocksAnAccountForLongerThanTheCap() {
        Count count = new Count(1_000_000, null, START);
        assertThat(ThrottleRule.countAccount(count, START).blockedUntil())
                .isEqualTo(START.plus(ThrottleRule.LONGEST_DELAY));
    }

    @Test
    void emptiesTheBucketOfAnAddressAndRefillsIt() {
        Count count = Count.none(START);
        for (int i = 0; i < ThrottleRule.ADDRESS_CAPACITY; i++) {
            assertThat(count.blockedAt(START)).isFalse();
            count = ThrottleRule.countAddress(count, START);
        }
        assertThat(count.blockedAt(START)).isTrue();
        Instant refilled = START.plus(ThrottleRule.ADDRESS_REFILL);
        assertThat(count.blockedAt(refilled)).isFalse();
        count = ThrottleRule.countAddress(count, refilled);
        assertThat(count.blockedAt(refilled)).isTrue();
        assertThat(ThrottleRule.countAddress(count, START.plus(Duration.ofHours(5)))
                        .failures())
                .isEqualTo(1);
    }

    @Test
    void survivesAClockThatGoesBack() {
        Count count = ThrottleRule.countAddress(Count.none(START), START.minusSeconds(600));
        assertThat(count.failures()).isEqualTo(1);
    }
}
