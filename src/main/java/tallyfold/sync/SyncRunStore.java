package tallyfold.sync;

import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;
import tallyfold.project.LinkId;
import tallyfold.sync.internal.RunHistoryRepository;
import tallyfold.sync.internal.SyncSchedule;

/** Runs as the engine sees them; no user stands behind its thread. */
@Component
public class SyncRunStore {

    private final RunHistoryRepository history;
    private final SyncSchedule schedule;

    SyncRunStore(RunHistoryRepository history, SyncSchedule schedule) {
        this.history = history;
        this.schedule = schedule;
    }

    /** The zone by which schedules go. */
    public ZoneId zone() {
        return schedule.zone();
    }

    /** The run that tells most about each link now: the running one, else the newest. Links that never ran are left out. */
    public Map<LinkId, SyncRun> latest(Collection<LinkId> links) {
        return history.latest(links);
    }
}
