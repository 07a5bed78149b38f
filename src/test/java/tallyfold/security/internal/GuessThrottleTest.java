package tallyfold.security.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tallyfold.support.Databases;
import tallyfold.support.MutableClock;

@ParameterizedClass
@EnumSource(Databases.Kind.class)
@SuppressWarnings("NullAway.Init")
class GuessThrottleTest {

    private static final String HOME = "192.0.2.1";
    private static final String ELSEWHERE = "198.51.100.7";

    @Parameter
    private Databases.Kind kind;

    private final MutableClock clock = new MutableClock();
    private Databases database;
    private GuessThrottle throttle;

    @BeforeEach
    void openDatabase() {
        database = Databases.fresh(kind);
        throttle = started();
    }

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    private GuessThrottle started() {
        return new GuessThrottle(new ThrottleRepository(database.jdbc()), database.transactions(), clock);
    }

    private void guess(String name, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(throttle.guess(name, HOME)).isEmpty();
        }
    }

    @Test
    void blocksAnAccountAfterTheFifthGuessWhateverTheAddressAndSpelling() {
        guess("Anna", 5);
        assertThat(throttle.guess("anna ", ELSEWHERE)).hasValue(clock.instant().plusSeconds(30));
        assertThat(throttle.guess("ben", ELSEWHERE)).isEmpty();
    }

    @Test
    void doesNotLengthenTheWaitOfSomebodyWhoTriesTooEarly() {
        guess("anna", 5);
        clock.advance(Duration.ofSeconds(20));
        assertThat(throttle.guess("anna", HOME)).hasValue(clock.instant().plusSeconds(10));
        clock.advance(Duration.ofSeconds(10));
        assertThat(throttle.guess("anna", HOME)).isEmpty();
        assertThat(throttle.guess("anna", HOME)).hasValue(clock.instant().plusSeconds(60));
    }

    @Test
    void remembersOverARestart() {
        guess("anna", 5);
        assertThat(started().guess("anna", HOME)).isPresent();
    }

    @Test
    void letsOnlyFiveOfManyAtOnceThrough() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            List<Callable<Boolean>> guesses = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                guesses.add(() -> throttle.guess("anna", HOME).isEmpty());
            }
            int through = 0;
            for (Future<Boolean> guess : threads.invokeAll(guesses)) {
                through += guess.get() ? 1 : 0;
            }
            assertThat(through).isEqualTo(5);
        }
    }

    @Test
    void startsTheAccountAnewAfterARightGuess() {
        guess("anna", 4);
        throttle.right("anna", HOME);
        guess("anna", 5);
        assertThat(throttle.guess("anna", HOME)).isPresent();
    }

    @Test
    void doesNotClearTheAddressWhenOneOfItsGuessesIsRight() {
        for (int i = 0; i < 39; i++) {
            assertThat(throttle.guess("user" + i, HOME)).isEmpty();
        }
        assertThat(throttle.guess("own account", HOME)).isEmpty();
        throttle.right("own account", HOME);
        assertThat(throttle.guess("user40", HOME)).isEmpty();
        assertThat(throttle.guess("user41", HOME)).isPresent();
        assertThat(throttle.guess("user41", ELSEWHERE)).isEmpty();
    }

    @Test
    void endsTheWaitOfAnAccountOnRequest() {
        guess("anna", 5);
        throttle.unblock("ANNA");
        assertThat(throttle.guess("anna", HOME)).isEmpty();
    }

    @Test
    void keepsNothingOlderThanADay() {
        guess("anna", 3);
        clock.advance(Duration.ofHours(25));
        assertThat(throttle.guess("ben", ELSEWHERE)).isEmpty();
        assertThat(database.jdbc()
                        .sql("SELECT COUNT(*) FROM sign_in_failure")
                        .query((row, _) -> row.getLong(1))
                        .single())
                .isEqualTo(3);
    }

    /** Whoever waits for the user to sign in, which starts the account anew, gets no more guesses either. */
    @Test
    void letsAtMostTwentyGuessesInAnHourThroughWhateverTheUserDoes() {
        for (int hour = 0; hour < 3; hour++) {
            int through = 0;
            for (int second = 0; second < 3_600; second += 15) {
                if (throttle.guess("anna", "198.51.100." + second % 200).isEmpty()) {
                    through++;
                }
                if (second % 60 == 0 && throttle.guess("anna", HOME).isEmpty()) {
                    throttle.right("anna", HOME);
                }
                clock.advance(Duration.ofSeconds(15));
            }
            assertThat(through).isBetween(1, 20);
        }
    }

    @Test
    void nobodyIsKeptOutForLong() {
        for (int second = 0; second < 7_200; second += 10) {
            var _ = throttle.guess("anna", "198.51.100." + second % 200);
            clock.advance(Duration.ofSeconds(10));
        }
        clock.advance(ThrottleRule.LONGEST_DELAY);
        assertThat(throttle.guess("anna", HOME)).isEmpty();
    }

    @Test
    void countsAnIpv6NetworkAsOneAddress() {
        assertThat(GuessThrottle.addressSubject("2001:db8:1:2::1"))
                .isEqualTo(GuessThrottle.addressSubject("2001:db8:1:2:ffff::9"))
                .isNotEqualTo(GuessThrottle.addressSubject("2001:db8:1:3::1"));
        assertThat(GuessThrottle.addressSubject("not an address")).isEqualTo("address:unknown");
    }
}
