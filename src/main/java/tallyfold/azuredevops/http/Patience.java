package tallyfold.azuredevops.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tallyfold.provider.Allowances.Allowance;
import tallyfold.provider.ProviderFailure.Throttled;
import tallyfold.provider.ProviderFailure.Unreachable;
import tallyfold.provider.ProviderFailure.Unreachable.Obstacle;

/**
 * The manners towards one organization, shared by all sessions with it: how many requests are in flight, when to wait and
 * for how long, when to try again and when to leave it alone.
 *
 * <p>The width is kept by a fair semaphore. While the organization throttles, a request takes all permits, so that one is
 * in flight; while its allowance runs low, half of them.
 */
public final class Patience {

    /** More in flight gains users nothing and risks throttling. */
    public static final int MOST_IN_FLIGHT = 8;

    private static final Duration FIRST_BACKOFF = Duration.ofSeconds(1);
    private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(60);
    private static final Duration FIRST_THROTTLE_BACKOFF = Duration.ofSeconds(10);
    private static final Duration LONGEST_THROTTLE_BACKOFF = Duration.ofMinutes(5);
    private static final Duration CAUTION = Duration.ofMinutes(1);
    private static final double LOW_SHARE = 0.2;

    /** A start takes longer, and so does another node to take a run over: what is shorter is past before anybody could look. */
    private static final Duration WORTH_KEEPING = Duration.ofSeconds(5);

    private final int width;
    private final Semaphore slots;
    private final Clock clock;
    private final DoubleSupplier jitter;
    private final Pause pause;
    private final Consumer<Instant> keeper;
    private final Breaker breaker;
    private final AtomicInteger inFlight = new AtomicInteger();

    private Instant pausedUntil = Instant.EPOCH;
    private Instant keptUntil = Instant.EPOCH;
    private Instant throttledUntil = Instant.EPOCH;
    private Instant lowUntil = Instant.EPOCH;
    private @Nullable Double remaining;
    private @Nullable Double limit;

    /**
     * @param width requests in flight, 1 to {@link #MOST_IN_FLIGHT}
     * @param jitter gives numbers from 0 to 1
     * @param keeper hears of each pause that others have to know of, in the asking thread
     */
    public Patience(int width, Clock clock, DoubleSupplier jitter, Pause pause, Consumer<Instant> keeper) {
        this.width = Math.clamp(width, 1, MOST_IN_FLIGHT);
        this.slots = new Semaphore(this.width, true);
        this.clock = clock;
        this.jitter = jitter;
        this.pause = pause;
        this.keeper = keeper;
        this.breaker = new Breaker(clock);
    }

    /**
     * Asks a question until it is answered or the effort is spent.
     *
     * @param waited hears of each wait
     * @throws ExchangeFailure as the last attempt failed
     */
    <T> T ask(Effort effort, RetryBudget budget, Consumer<Duration> waited, Supplier<T> question) {
        budget.earn();
        for (int attempt = 1; ; attempt++) {
            try {
                return once(effort, waited, question);
            } catch (ExchangeFailure failure) {
                Duration delay = delay(failure, attempt);
                if (failure.remedy() == Remedy.LATER) {
                    pauseAll(delay);
                }
                boolean last =
                        attempt >= Math.min(effort.attempts(), failure.remedy().attempts());
                if (last || isTooLong(delay, effort) || !budget.spend()) {
                    throw failure;
                }
                if (failure.remedy() != Remedy.LATER) {
                    rest(delay, waited);
                }
            }
        }
    }

    /** Remembers what an answer says about the pace, for the next request of any session. */
    void heed(RateSignals signals) {
        if (signals.retryAfter() != null) {
            pauseAll(signals.retryAfter());
        }
        heedAllowance(signals);
    }

    private synchronized void heedAllowance(RateSignals signals) {
        Instant now = clock.instant();
        if (signals.remaining() != null && signals.limit() != null) {
            remaining = signals.remaining();
            limit = signals.limit();
        }
        Double share = signals.remainingShare();
        if (share != null && share < LOW_SHARE) {
            Instant until = bounded(signals.reset(), now);
            if (share <= 0) {
                throttledUntil = later(throttledUntil, until);
            } else {
                lowUntil = later(lowUntil, until);
            }
        }
    }

    /**
     * Waits as other processes were told to.
     *
     * @param kept gives until when; is given the latest moment that is believed
     */
    void recall(Function<Instant, @Nullable Instant> kept) {
        Instant until = kept.apply(clock.instant().plus(RetryAfter.LONGEST));
        if (until != null) {
            recall(until);
        }
    }

    private synchronized void recall(Instant until) {
        keptUntil = later(keptUntil, until);
        pauseUntil(until);
    }

    /** What is known of the organization now. */
    synchronized Allowance allowance(String organization) {
        Instant now = clock.instant();
        Instant slowed = later(throttledUntil, lowUntil);
        return new Allowance(
                organization,
                inFlight.get(),
                width,
                now.isBefore(pausedUntil) ? pausedUntil : null,
                now.isBefore(slowed) ? slowed : null,
                remaining,
                limit);
    }

    /** Whether nothing needs to be remembered. */
    synchronized boolean isAtRest() {
        Instant now = clock.instant();
        return slots.availablePermits() == width && !now.isBefore(throttledUntil) && !now.isBefore(lowUntil);
    }

    private <T> T once(Effort effort, Consumer<Duration> waited, Supplier<T> question) {
        admit();
        boolean asked = false;
        boolean told = false;
        int weight = weight();
        boolean entered = false;
        try {
            slots.acquire(weight);
            entered = true;
            waitWhilePaused(effort, waited);
            asked = true;
            inFlight.incrementAndGet();
            T answer;
            try {
                answer = question.get();
            } finally {
                inFlight.decrementAndGet();
            }
            breaker.answered();
            told = true;
            return answer;
        } catch (InterruptedException interrupt) {
            throw interrupted();
        } catch (ExchangeFailure failure) {
            if (asked) {
                boolean troubled = failure.remedy() == Remedy.AGAIN || failure.remedy() == Remedy.AGAIN_SELDOM;
                if (troubled) {
                    breaker.failed();
                } else {
                    breaker.answered();
                }
                told = true;
            }
            throw failure;
        } finally {
            if (entered) {
                slots.release(weight);
            }
            if (!told) {
                breaker.abandoned();
            }
        }
    }

    private void admit() {
        try {
            breaker.admit();
        } catch (InterruptedException interrupt) {
            throw interrupted();
        }
    }

    private void waitWhilePaused(Effort effort, Consumer<Duration> waited) {
        for (Duration left = leftOfPause(); left.isPositive(); left = leftOfPause()) {
            if (isTooLong(left, effort)) {
                throw new ExchangeFailure(new Throttled(left), Remedy.NONE, left);
            }
            rest(left, waited);
        }
    }

    private void rest(Duration length, Consumer<Duration> waited) {
        try {
            pause.pause(length);
            waited.accept(length);
        } catch (InterruptedException interrupt) {
            throw interrupted();
        }
    }

    private static ExchangeFailure interrupted() {
        Thread.currentThread().interrupt();
        return new ExchangeFailure(new Unreachable(Obstacle.NETWORK, null), Remedy.NONE);
    }

    private static boolean isTooLong(Duration delay, Effort effort) {
        return delay.compareTo(effort.longestWait()) > 0 || delay.compareTo(RetryAfter.LONGEST) >= 0;
    }

    private Duration delay(ExchangeFailure failure, int attempt) {
        if (failure.retryAfter() != null) {
            return failure.retryAfter();
        }
        if (failure.remedy() == Remedy.LATER) {
            // Half fixed, half by chance: chance alone can come out near zero and burn all attempts in one window.
            Duration ceiling = doubled(FIRST_THROTTLE_BACKOFF, attempt, LONGEST_THROTTLE_BACKOFF);
            return ceiling.dividedBy(2).plus(byChance(ceiling.dividedBy(2)));
        }
        return byChance(doubled(FIRST_BACKOFF, attempt, LONGEST_BACKOFF));
    }

    private static Duration doubled(Duration first, int attempt, Duration most) {
        Duration grown = first.multipliedBy(1L << Math.min(attempt - 1, 20));
        return grown.compareTo(most) > 0 ? most : grown;
    }

    private Duration byChance(Duration ceiling) {
        return Duration.ofNanos((long) (ceiling.toNanos() * jitter.getAsDouble()));
    }

    private synchronized int weight() {
        Instant now = clock.instant();
        if (now.isBefore(throttledUntil)) {
            return width;
        }
        return now.isBefore(lowUntil) ? Math.max(1, width / 2) : 1;
    }

    private synchronized Duration leftOfPause() {
        return Duration.between(clock.instant(), pausedUntil);
    }

    private void pauseAll(Duration length) {
        Instant end = clock.instant().plus(length);
        if (isNews(end, length)) {
            keeper.accept(whole(end));
        }
    }

    /** Begins or prolongs a pause; says whether others have to be told. */
    private synchronized boolean isNews(Instant end, Duration length) {
        pauseUntil(end);
        if (length.compareTo(WORTH_KEEPING) < 0 || !whole(end).isAfter(keptUntil)) {
            return false;
        }
        keptUntil = whole(end);
        return true;
    }

    private void pauseUntil(Instant end) {
        pausedUntil = later(pausedUntil, end);
        throttledUntil = later(throttledUntil, end.plus(CAUTION));
    }

    /** Rounded up, so that requests which are refused within moments of each other are kept as one pause. */
    private static Instant whole(Instant end) {
        return end.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
    }

    private static Instant bounded(@Nullable Instant reset, Instant now) {
        Instant soon = now.plus(CAUTION);
        Instant latest = now.plus(RetryAfter.LONGEST);
        if (reset == null || reset.isBefore(soon)) {
            return soon;
        }
        return reset.isAfter(latest) ? latest : reset;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
