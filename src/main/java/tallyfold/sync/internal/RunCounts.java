package tallyfold.sync.internal;

import java.time.Duration;
import tallyfold.provider.SessionCost;

/** What one step adds to the figures of a run. */
record RunCounts(int read, int added, int changed, int removed, int warnings, SessionCost cost) {

    static final SessionCost FREE = new SessionCost(0, Duration.ZERO);

    static RunCounts removed(int removed, int warnings, SessionCost cost) {
        return new RunCounts(0, 0, 0, removed, warnings, cost);
    }
}
