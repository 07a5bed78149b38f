package tallyfold.sync;

import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;
import tallyfold.project.LinkId;
import tallyfold.sync.internal.RunHistoryRepository;

/** Runs as the engine sees them; no user stands behind its thread. */
@Component
public class SyncRunStore {

    private final RunHistoryRepository history;

    SyncRunStore(RunHistoryRepository history) {
        this.history = history;
    }

    /** The run that tells most about each link now: the running one, else the newest. Links that never ran are left out. */
    public Map<LinkId, SyncRun> latest(Collection<LinkId> links) {
        return history.latest(links);
    }
}
