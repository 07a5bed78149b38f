package tallyfold.sync.internal;

import tallyfold.provider.ProviderSession;
import tallyfold.provider.SessionCost;

/** Hands out what a session has cost since it was last asked, so that the runs sharing it add up to the whole. */
final class CostMeter {

    private final ProviderSession session;
    private SessionCost told = RunCounts.FREE;

    CostMeter(ProviderSession session) {
        this.session = session;
    }

    SessionCost take() {
        SessionCost now = session.cost();
        SessionCost more =
                new SessionCost(now.requests() - told.requests(), now.waited().minus(told.waited()));
        told = now;
        return more;
    }
}
