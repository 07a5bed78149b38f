package tallyfold.sync;

import java.util.List;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import tallyfold.project.LinkStore;
import tallyfold.project.ProjectId;
import tallyfold.sync.internal.RunHistoryRepository;
import tallyfold.sync.internal.RunLogRepository;
import tallyfold.sync.internal.SyncRunRepository;

/**
 * Looks back on runs. What the schedule did without finding anything is kept for two days, everything else for 90, and the newest
 * run of each link always.
 */
@Service
@PreAuthorize("hasRole('VIEWER')")
public class RunHistoryService {

    private final RunHistoryRepository history;
    private final RunLogRepository log;
    private final SyncRunRepository runs;
    private final LinkStore links;

    RunHistoryService(RunHistoryRepository history, RunLogRepository log, SyncRunRepository runs, LinkStore links) {
        this.history = history;
        this.log = log;
        this.runs = runs;
        this.links = links;
    }

    /**
     * Runs of a project, newest first.
     *
     * @param uneventful whether those are among them that the schedule made and that found nothing
     */
    public List<SyncRun> page(ProjectId project, boolean uneventful, int offset, int limit) {
        return history.page(project, uneventful, offset, limit);
    }

    /** How many runs {@link #page} has in all. */
    public int count(ProjectId project, boolean uneventful) {
        return history.count(project, uneventful);
    }

    /** What happened in a run, step by step, as text with times in UTC; empty when the run is forgotten. */
    public Optional<String> log(SyncRunId id) {
        return runs.find(id)
                .map(run -> SyncLog.text(
                        run,
                        links.find(run.link())
                                .map(link -> link.organization() + " / " + link.remoteName())
                                .orElse(""),
                        log.of(id)));
    }
}
