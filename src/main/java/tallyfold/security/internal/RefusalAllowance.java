package tallyfold.security.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How many of the refusals that anybody can bring about are written down. Those of one node, until it ends. */
final class RefusalAllowance {

    static final int MOST = 60;
    static final Duration PERIOD = Duration.ofHours(1);

    private final Clock clock;
    private Instant since = Instant.EPOCH;
    private int taken;

    RefusalAllowance(Clock clock) {
        this.clock = clock;
    }

    /** Whether one more may be written down now. */
    synchronized boolean take() {
        Instant now = clock.instant();
        if (!now.isBefore(since.plus(PERIOD))) {
            since = now;
            taken = 0;
        }
        if (taken == MOST) {
            return false;
        }
        taken++;
        return true;
    }
}
