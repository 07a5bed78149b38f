package tallyfold.sync.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;
import tallyfold.connection.ConnectionHealthChecks;
import tallyfold.connection.ConnectionId;
import tallyfold.connection.ConnectionReady;
import tallyfold.project.Link;
import tallyfold.project.LinkChanged;
import tallyfold.project.LinkId;
import tallyfold.project.LinkStore;
import tallyfold.project.ProjectId;
import tallyfold.project.ProjectLinked;
import tallyfold.project.ProjectStore;
import tallyfold.security.CurrentUser;
import tallyfold.security.User;
import tallyfold.sync.SyncRun;
import tallyfold.sync.SyncRunStatus;
import tallyfold.sync.SyncTrigger;
import tallyfold.workitem.FieldsMapped;
import tallyfold.workitem.WorkItemStore;

/** What has runs queued without anybody pressing a button, and what tidies up behind them. */
@Component
class SyncTick {

    /** How long an item that is gone from its source is still shown. */
    static final Duration REMOVED_SHOWN = Duration.ofDays(30);

    private static final Duration RUNS_KEPT = Duration.ofDays(90);

    /** How long it is remembered that the schedule came round and found nothing. */
    private static final Duration UNEVENTFUL_KEPT = Duration.ofDays(2);

    private final SyncQueue queue;
    private final RunHistoryRepository history;
    private final LinkStore links;
    private final WorkItemStore items;
    private final ProjectStore projects;
    private final LinkRhythm rhythm;
    private final SyncSchedule schedule;
    private final TransactionTemplate transaction;
    private final CurrentUser currentUser;
    private final ConnectionHealthChecks checks;
    private final Clock clock;

    SyncTick(
            SyncQueue queue,
            RunHistoryRepository history,
            LinkStore links,
            WorkItemStore items,
            ProjectStore projects,
            LinkRhythm rhythm,
            SyncSchedule schedule,
            TransactionTemplate transaction,
            CurrentUser currentUser,
            ConnectionHealthChecks checks,
            Clock clock) {
        this.queue = queue;
        this.history = history;
        this.links = links;
        this.items = items;
        this.projects = projects;
        this.rhythm = rhythm;
        this.schedule = schedule;
        this.transaction = transaction;
        this.currentUser = currentUser;
        this.checks = checks;
        this.clock = clock;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(ProjectLinked linked) {
        enqueue(linked.link(), SyncTrigger.FIRST);
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(LinkChanged changed) {
        if (changed.elementsChanged()) {
            enqueue(changed.link(), SyncTrigger.MANUAL);
        }
    }

    /** Of a field that was not asked for before, the feed tells nothing until an item changes. */
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(FieldsMapped mapped) {
        List<Link> concerned = mapped.links().stream()
                .flatMap(id -> links.find(id).stream())
                .filter(link -> link.detached() == null)
                .toList();
        queue.enqueueFull(concerned, currentUser.find().map(User::name).orElse(null));
    }

    private void enqueue(LinkId id, SyncTrigger trigger) {
        links.find(id)
                .filter(link -> link.detached() == null)
                .ifPresent(link -> queue.enqueue(
                        List.of(link),
                        trigger,
                        currentUser.find().map(User::name).orElse(null)));
    }

    /** A connection that can be used again brings what failed while it could not. */
    @EventListener
    void on(ConnectionReady ready) {
        List<Link> all = links.ofConnection(ready.connection());
        Map<LinkId, SyncRun> latest = latest(all);
        Set<ProjectId> resting = projects.resting();
        queue(all.stream()
                .filter(link -> link.loaded() == null
                        || (hasFailed(latest.get(link.id())) && !resting.contains(link.project())))
                .toList());
    }

    /** Has synced whatever is due by now: by the server's rhythm, by those of connections, and by those of links. */
    void comeRound() {
        schedule.comeRound(this::schedule, this::schedule);
        scheduleOwn();
    }

    /** Has every link synced that has no rhythm of its own, nor its connection. */
    void schedule() {
        Timetable table = schedule.timetable();
        queueInTurn(links.attached().stream()
                .filter(link ->
                        link.rhythm() == null && table.own(link.connection()).isEmpty())
                .toList());
    }

    /** The same for a connection with a rhythm of its own. */
    private void schedule(ConnectionId connection) {
        queueInTurn(links.ofConnection(connection).stream()
                .filter(link -> link.rhythm() == null)
                .toList());
    }

    /** Has the links with a rhythm of their own synced whose turn has come. */
    void scheduleOwn() {
        queueInTurn(rhythm.due(links.attached()));
    }

    /**
     * Leaves out inactive projects, and links whose token was refused: they wait until the connection can be used again. What
     * was never loaded gets another try at that.
     */
    private void queueInTurn(List<Link> due) {
        if (due.isEmpty()) {
            return;
        }
        Map<LinkId, SyncRun> latest = latest(due);
        Set<ProjectId> resting = projects.resting();
        queue(due.stream()
                .filter(link -> !resting.contains(link.project()) && !isRefused(latest.get(link.id())))
                .toList());
    }

    private void queue(List<Link> wanted) {
        queue.enqueue(wanted.stream().filter(link -> link.loaded() != null).toList(), SyncTrigger.SCHEDULE, null);
        queue.enqueue(wanted.stream().filter(link -> link.loaded() == null).toList(), SyncTrigger.FIRST, null);
    }

    private Map<LinkId, SyncRun> latest(List<Link> of) {
        return history.latest(of.stream().map(Link::id).toList());
    }

    private static boolean hasFailed(@Nullable SyncRun latest) {
        return latest != null && latest.status() == SyncRunStatus.FAILED;
    }

    private static boolean isRefused(@Nullable SyncRun latest) {
        String code = latest == null ? null : latest.failureCode();
        return code != null && (code.startsWith("TOKEN_REJECTED") || code.startsWith("POLICY_BLOCKED"));
    }

    /** Makes good for events and wake-ups that were lost with a killed process. */
    void mend() {
        List<Link> unloaded =
                links.attached().stream().filter(link -> link.loaded() == null).toList();
        Map<LinkId, SyncRun> latest = latest(unloaded);
        queue.enqueue(
                unloaded.stream().filter(link -> !latest.containsKey(link.id())).toList(), SyncTrigger.FIRST, null);
        queue.wakeAll();
    }

    void housekeep() {
        checks.checkDue();
        items.purgeRemoved(clock.instant().minus(REMOVED_SHOWN));
        transaction.executeWithoutResult(_ -> {
            history.forget(clock.instant().minus(RUNS_KEPT));
            history.forgetUneventful(clock.instant().minus(UNEVENTFUL_KEPT));
        });
    }
}
