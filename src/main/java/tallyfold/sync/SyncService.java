package tallyfold.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import tallyfold.project.Link;
import tallyfold.project.LinkId;
import tallyfold.project.LinkStore;
import tallyfold.project.ProjectId;
import tallyfold.security.CurrentUser;
import tallyfold.security.User;
import tallyfold.sync.internal.LinkRhythm;
import tallyfold.sync.internal.SyncProgress;
import tallyfold.sync.internal.SyncQueue;
import tallyfold.sync.internal.SyncRunRepository;
import tallyfold.sync.internal.SyncSchedule;
import tallyfold.sync.internal.SyncWarningRepository;

/** What people see of syncing and may ask of it. */
@Service
@PreAuthorize("hasRole('VIEWER')")
public class SyncService {

    private static final String MAY_START = "hasAnyRole('ADMINISTRATOR', 'PROJECT_MANAGER')";

    private final SyncRunRepository runs;
    private final SyncWarningRepository warnings;
    private final SyncQueue queue;
    private final SyncProgress progress;
    private final SyncSchedule schedule;
    private final LinkRhythm rhythm;
    private final LinkStore links;
    private final CurrentUser currentUser;

    SyncService(
            SyncRunRepository runs,
            SyncWarningRepository warnings,
            SyncQueue queue,
            SyncProgress progress,
            SyncSchedule schedule,
            LinkRhythm rhythm,
            LinkStore links,
            CurrentUser currentUser) {
        this.runs = runs;
        this.warnings = warnings;
        this.queue = queue;
        this.progress = progress;
        this.schedule = schedule;
        this.rhythm = rhythm;
        this.links = links;
        this.currentUser = currentUser;
    }

    /** The run that tells most about each link now: the running one, else the newest; links without a run are left out. */
    public Map<LinkId, SyncRun> latest(Collection<LinkId> wanted) {
        Map<LinkId, SyncRun> latest = new HashMap<>();
        wanted.forEach(link -> runs.latest(link).ifPresent(run -> latest.put(link, run)));
        return latest;
    }

    /** The run that tells most about a project now, as for links. */
    public Optional<SyncRun> latest(ProjectId project) {
        return runs.latest(project);
    }

    public Map<ProjectId, SyncRun> latestOfProjects(Collection<ProjectId> wanted) {
        Map<ProjectId, SyncRun> latest = new HashMap<>();
        wanted.forEach(project -> runs.latest(project).ifPresent(run -> latest.put(project, run)));
        return latest;
    }

    /** All runs that wait, run, or were interrupted and will go on, oldest first. */
    public List<SyncRun> unfinished() {
        return runs.unfinished();
    }

    /** What was odd in a run; the first hundred are kept. */
    public List<SyncWarning> warnings(SyncRunId run) {
        return warnings.of(run);
    }

    /** Has all links of a project read anew; what waits already is not queued again. */
    @PreAuthorize(MAY_START)
    public void syncNow(ProjectId project) {
        syncNow(List.of(project));
    }

    /** As {@link #syncNow(ProjectId)} for several. */
    @PreAuthorize(MAY_START)
    public void syncNow(Collection<ProjectId> projects) {
        List<Link> wanted = projects.stream()
                .flatMap(project -> links.ofProject(project).stream())
                .filter(link -> link.detached() == null)
                .toList();
        queue.enqueue(wanted, SyncTrigger.MANUAL, user());
    }

    /** Has one link read anew, as {@link #syncNow(ProjectId)}; nothing happens when it is gone or a read-only copy. */
    @PreAuthorize(MAY_START)
    public void syncLink(LinkId id) {
        links.find(id)
                .filter(link -> link.detached() == null)
                .ifPresent(link -> queue.enqueue(List.of(link), SyncTrigger.MANUAL, user()));
    }

    /** Queues a link again, for example after its run failed. */
    @PreAuthorize(MAY_START)
    public void retry(LinkId id) {
        Link link = links.find(id).filter(found -> found.detached() == null).orElseThrow();
        queue.enqueue(List.of(link), link.loaded() == null ? SyncTrigger.FIRST : SyncTrigger.MANUAL, user());
    }

    /**
     * Takes back runs that have not started yet.
     *
     * @return how many were taken back
     */
    @PreAuthorize(MAY_START)
    public int cancelWaiting(Collection<LinkId> wanted) {
        return queue.cancelWaiting(wanted);
    }

    /**
     * Hears of runs as they go on: each change of status, and counts at most five times a second for each run. Called on
     * engine threads: come back quickly and never throw.
     *
     * @return closed to hear no more
     */
    public AutoCloseable listen(Consumer<SyncRun> listener) {
        return progress.listen(listener);
    }

    /** When the schedule comes round next; empty when it is off. */
    public Optional<Instant> nextScheduled() {
        return schedule.next();
    }

    /** When a link is synced next by itself, by its own rhythm or the server's; empty when that is off or it is a copy. */
    public Optional<Instant> nextScheduled(LinkId id) {
        return links.find(id).flatMap(rhythm::next);
    }

    /** How often the schedule comes round; zero when it is off. */
    public Duration scheduleEvery() {
        return schedule.every();
    }

    private String user() {
        return currentUser.find().map(User::name).orElse("system");
    }
}
