package tallyfold.sync.internal;

import java.util.ArrayList;
import java.util.List;
import tallyfold.provider.SessionCost;
import tallyfold.sync.SyncWarning;

/** What reading the feed came to for one link. */
record FeedCounts(int read, int added, int changed, int removed, List<SyncWarning> warnings) {

    static final FeedCounts NONE = new FeedCounts(0, 0, 0, 0, List.of());

    FeedCounts {
        warnings = List.copyOf(warnings);
    }

    FeedCounts plus(FeedCounts more) {
        List<SyncWarning> both = new ArrayList<>(warnings);
        both.addAll(more.warnings);
        return new FeedCounts(
                read + more.read, added + more.added, changed + more.changed, removed + more.removed, both);
    }

    RunCounts of(SessionCost cost) {
        return new RunCounts(read, added, changed, removed, warnings.size(), cost);
    }
}
