package tallyfold.azuredevops.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tallyfold.provider.ProviderFailure.Unreachable;
import tallyfold.provider.ProviderFailure.Unreachable.Obstacle;

/** Stops asking an organization that has failed several times in a row, and lets one request try again later. */
final class Breaker {

    static final int FAILURES_IN_A_ROW = 5;
    static final Duration OPEN = Duration.ofSeconds(30);

    private final Clock clock;
    private int failures;
    private @Nullable Instant openUntil;
    private boolean probing;

    Breaker(Clock clock) {
        this.clock = clock;
    }

    /**
     * Lets a request pass or refuses it at once; while another one tries, it waits for what comes of that. Each passed
     * request must be followed by one of the other calls.
     */
    synchronized void admit() throws InterruptedException {
        while (probing) {
            wait();
        }
        if (openUntil == null) {
            return;
        }
        if (clock.instant().isBefore(openUntil)) {
            throw new ExchangeFailure(new Unreachable(Obstacle.CIRCUIT_OPEN, null), Remedy.NONE);
        }
        probing = true;
    }

    /** The service answered, be it with a refusal. */
    synchronized void answered() {
        failures = 0;
        openUntil = null;
        tried();
    }

    synchronized void failed() {
        failures++;
        if (probing || failures >= FAILURES_IN_A_ROW) {
            openUntil = clock.instant().plus(OPEN);
        }
        tried();
    }

    /** Nothing is known of the service: the request was not sent after all, or what went wrong was not its doing. */
    synchronized void abandoned() {
        tried();
    }

    private synchronized void tried() {
        probing = false;
        notifyAll();
    }
}
