package tallyfold.sync;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import tallyfold.connection.ConnectionId;
import tallyfold.project.Link;
import tallyfold.project.LinkId;
import tallyfold.project.LinkStore;
import tallyfold.project.ProjectId;
import tallyfold.project.Rhythm;
import tallyfold.security.CurrentUser;
import tallyfold.security.User;
import tallyfold.sync.internal.LinkRhythm;
import tallyfold.sync.internal.NewsThread;
import tallyfold.sync.internal.RunHistoryRepository;
import tallyfold.sync.internal.SyncProgress;
import tallyfold.sync.internal.SyncQueue;
import tallyfold.sync.internal.SyncRunRepository;
import tallyfold.sync.internal.SyncSchedule;
import tallyfold.sync.internal.SyncWarningRepository;

/** What people see of syncing and may ask of it. */
@Service
@PreAuthorize("hasRole('VIEWER')")
public class SyncService {

    private static final Duration NEWS_PACE = Duration.ofMillis(500);

    private static final String MAY_START = "hasAnyRole('ADMINISTRATOR', 'PROJECT_MANAGER')";

    /** What goes on, then by how bad it is. */
    private static final Comparator<SyncRun> WORST_FIRST = Comparator.comparing((SyncRun run) -> switch (run.status()) {
                case RUNNING -> 0;
                case FAILED -> 1;
                case WAITING, INTERRUPTED -> 2;
                case CANCELLED -> 3;
                case FINISHED_WITH_WARNINGS -> 4;
                case SUCCEEDED -> 5;
            })
            .thenComparing(SyncRun::requested, Comparator.reverseOrder());

    private final SyncRunRepository runs;
    private final RunHistoryRepository history;
    private final SyncWarningRepository warnings;
    private final SyncQueue queue;
    private final SyncProgress progress;
    private final NewsThread news;
    private final SyncSchedule schedule;
    private final LinkRhythm rhythm;
    private final LinkStore links;
    private final CurrentUser currentUser;

    SyncService(
            SyncRunRepository runs,
            RunHistoryRepository history,
            SyncWarningRepository warnings,
            SyncQueue queue,
            SyncProgress progress,
            NewsThread news,
            SyncSchedule schedule,
            LinkRhythm rhythm,
            LinkStore links,
            CurrentUser currentUser) {
        this.runs = runs;
        this.history = history;
        this.warnings = warnings;
        this.queue = queue;
        this.progress = progress;
        this.news = news;
        this.schedule = schedule;
        this.rhythm = rhythm;
        this.links = links;
        this.currentUser = currentUser;
    }

    /** The run that tells most about each link now: the running one, else the newest; links without a run are left out. */
    public Map<LinkId, SyncRun> latest(Collection<LinkId> wanted) {
        return history.latest(wanted);
    }

    /** As {@link #latestOfProjects} for one. */
    public Optional<SyncRun> latest(ProjectId project) {
        return Optional.ofNullable(latestOfProjects(List.of(project)).get(project));
    }

    /**
     * The run that tells most about each project now: of the newest of each of its links the one that goes on, else the worst,
     * so that a project counts as synced only if all its links are. Links that are read-only copies count where there are no
     * others.
     */
    public Map<ProjectId, SyncRun> latestOfProjects(Collection<ProjectId> wanted) {
        List<Link> all = links.ofProjects(wanted);
        Set<ProjectId> inSync = attached(all).stream().map(Link::project).collect(Collectors.toSet());
        List<LinkId> counting = all.stream()
                .filter(link -> link.detached() == null || !inSync.contains(link.project()))
                .map(Link::id)
                .toList();
        Map<ProjectId, SyncRun> latest = new HashMap<>();
        history.latest(counting)
                .values()
                .forEach(run -> latest.merge(run.project(), run, (a, b) -> WORST_FIRST.compare(a, b) <= 0 ? a : b));
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
        queue.enqueue(attached(links.ofProjects(projects)), SyncTrigger.MANUAL, user());
    }

    /** Brings links up to date; those that are gone or read-only copies are passed over. */
    @PreAuthorize(MAY_START)
    public void syncLinks(Collection<LinkId> wanted) {
        queue.enqueue(inSync(wanted), SyncTrigger.MANUAL, user());
    }

    /** As {@link #syncLinks} for every link there is. */
    @PreAuthorize(MAY_START)
    public void syncAll() {
        queue.enqueue(links.attached(), SyncTrigger.MANUAL, user());
    }

    /** As {@link #syncLinks}, but everything is read anew, whatever is known of changes. */
    @PreAuthorize(MAY_START)
    public void fullSync(Collection<LinkId> wanted) {
        queue.enqueueFull(inSync(wanted), user());
    }

    private List<Link> inSync(Collection<LinkId> wanted) {
        Set<LinkId> ids = Set.copyOf(wanted);
        return links.attached().stream().filter(link -> ids.contains(link.id())).toList();
    }

    private static List<Link> attached(List<Link> all) {
        return all.stream().filter(link -> link.detached() == null).toList();
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
        return queue.cancelWaiting(wanted, user());
    }

    /**
     * Takes back waiting runs and stops running ones at their next page; they say who did so, and nothing restarts them before
     * the next time of the schedule.
     *
     * @return how many
     */
    @PreAuthorize(MAY_START)
    public int cancel(Collection<LinkId> wanted) {
        return queue.cancel(wanted, user());
    }

    /**
     * Hears of runs as they go on: each change of status, and counts at most five times a second for each run. Called in
     * their order on one thread for all who listen, never on the engine's.
     *
     * @return closed to hear no more
     */
    public AutoCloseable listen(Consumer<SyncRun> listener) {
        return progress.listen(news.carry(listener));
    }

    /** How much time to leave between two drawings of what {@link #listen} tells. */
    public Duration newsPace() {
        return NEWS_PACE;
    }

    /** When the server's schedule comes round next; empty when it is off. */
    public Optional<Instant> nextScheduled() {
        return schedule.timetable().next();
    }

    /**
     * When a link is synced next by itself, by its own rhythm, its connection's or the server's; empty when that is off, its
     * project is inactive, or it is a copy.
     */
    public Optional<Instant> nextScheduled(LinkId id) {
        return links.find(id).flatMap(rhythm::next);
    }

    /** As {@link #nextScheduled(LinkId)} for several; those without a next time are left out. */
    public Map<LinkId, Instant> nextScheduled(Collection<Link> wanted) {
        return rhythm.next(wanted);
    }

    /** The rhythm of whatever has none of its own. */
    public Rhythm rhythm() {
        return schedule.timetable().server();
    }

    /** The rhythm of links through a connection that have none of their own. */
    public Rhythm rhythm(ConnectionId connection) {
        return schedule.timetable().of(connection);
    }

    /** The zone by which schedules go. */
    public ZoneId zone() {
        return schedule.zone();
    }

    private String user() {
        return currentUser.find().map(User::name).orElse("system");
    }
}
