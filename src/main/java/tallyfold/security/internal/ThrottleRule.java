package tallyfold.security.internal;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How many guesses are let through. Pure arithmetic: what was counted goes in, what to store comes out. */
public final class ThrottleRule {

    /**
     * What is stored about an account or an address.
     *
     * @param failures guesses counted so far, 0 or more
     * @param blockedUntil no further guess before this; null for at once
     * @param lastFailure for an account the last guess, for an address the time up to which guesses were forgiven
     */
    public record Count(int failures, @Nullable Instant blockedUntil, Instant lastFailure) {

        static Count none(Instant now) {
            return new Count(0, null, now);
        }

        boolean blockedAt(Instant now) {
            return blockedUntil != null && blockedUntil.isAfter(now);
        }
    }

    static final int FREE_FAILURES = 4;
    static final Duration FIRST_DELAY = Duration.ofSeconds(30);
    static final Duration LONGEST_DELAY = Duration.ofMinutes(15);

    /** After this long without a wrong guess an account starts from nothing. */
    static final Duration FORGOTTEN_AFTER = Duration.ofHours(24);

    static final int ADDRESS_CAPACITY = 40;
    static final Duration ADDRESS_REFILL = Duration.ofSeconds(30);

    static final int HOUR_CAPACITY = 10;
    static final Duration HOUR_REFILL = Duration.ofMinutes(6);

    private ThrottleRule() {}

    /** Counts a guess at an account: from the fifth on each one makes the next wait twice as long, at most 15 minutes. */
    static Count countAccount(Count before, Instant now) {
        boolean forgotten = before.lastFailure().plus(FORGOTTEN_AFTER).isBefore(now);
        int failures = Math.min(forgotten ? 1 : before.failures() + 1, 1_000);
        return new Count(failures, now.plus(delay(failures)), now);
    }

    static Duration delay(int failures) {
        if (failures <= FREE_FAILURES) {
            return Duration.ZERO;
        }
        int doublings = Math.min(failures - FREE_FAILURES - 1, 10);
        Duration delay = FIRST_DELAY.multipliedBy(1L << doublings);
        return delay.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay;
    }

    /** Counts a guess from an address: a bucket of 40 that gets one back every 30 seconds. */
    static Count countAddress(Count before, Instant now) {
        return count(before, now, ADDRESS_CAPACITY, ADDRESS_REFILL);
    }

    /**
     * Counts a guess at an account that a right one does not forgive: a bucket of 10 that gets one back every 6 minutes.
     * Else whoever waits for the user to sign in would begin anew each time; so there are 20 in an hour at most.
     */
    static Count countHour(Count before, Instant now) {
        return count(before, now, HOUR_CAPACITY, HOUR_REFILL);
    }

    private static Count count(Count before, Instant now, int capacity, Duration every) {
        Count refilled = refill(before, now, every);
        int used = refilled.failures() + 1;
        Instant blockedUntil = used >= capacity ? refilled.lastFailure().plus(every) : null;
        return new Count(used, blockedUntil, refilled.lastFailure());
    }

    /** Takes back the guess that turned out to be right. */
    static Count forgive(Count before) {
        return new Count(Math.max(0, before.failures() - 1), null, before.lastFailure());
    }

    private static Count refill(Count before, Instant now, Duration every) {
        long refills = Math.max(0, Duration.between(before.lastFailure(), now).dividedBy(every));
        if (refills >= before.failures()) {
            return Count.none(now);
        }
        Instant forgivenTo = before.lastFailure().plus(every.multipliedBy(refills));
        return new Count(before.failures() - (int) refills, null, forgivenTo);
    }
}
