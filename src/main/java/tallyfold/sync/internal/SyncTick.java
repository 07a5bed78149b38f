package tallyfold.sync.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;
import tallyfold.connection.ConnectionHealthChecks;
import tallyfold.connection.ConnectionReady;
import tallyfold.project.Link;
import tallyfold.project.LinkChanged;
import tallyfold.project.LinkId;
import tallyfold.project.LinkStore;
import tallyfold.project.ProjectLinked;
import tallyfold.security.CurrentUser;
import tallyfold.security.User;
import tallyfold.sync.SyncRun;
import tallyfold.sync.SyncRunStatus;
import tallyfold.sync.SyncTrigger;
import tallyfold.workitem.WorkItemStore;

/** What has runs queued without anybody pressing a button, and what tidies up behind them. */
@Component
class SyncTick {

    /** How long an item that is gone from its source is still shown. */
    static final Duration REMOVED_SHOWN = Duration.ofDays(30);

    private static final Duration RUNS_KEPT = Duration.ofDays(90);

    private final SyncQueue queue;
    private final SyncRunRepository runs;
    private final LinkStore links;
    private final WorkItemStore items;
    private final LinkRhythm rhythm;
    private final TransactionTemplate transaction;
    private final CurrentUser currentUser;
    private final ConnectionHealthChecks checks;
    private final Clock clock;

    SyncTick(
            SyncQueue queue,
            SyncRunRepository runs,
            LinkStore links,
            WorkItemStore items,
            LinkRhythm rhythm,
            TransactionTemplate transaction,
            CurrentUser currentUser,
            ConnectionHealthChecks checks,
            Clock clock) {
        this.queue = queue;
        this.runs = runs;
        this.links = links;
        this.items = items;
        this.rhythm = rhythm;
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
        queue(links.ofConnection(ready.connection()).stream()
                .filter(link -> link.loaded() == null || hasFailed(link))
                .toList());
    }

    /**
     * Has every link synced that has no rhythm of its own, but for those whose token was refused: they wait until the
     * connection can be used again. What was never loaded gets another try at that.
     */
    void schedule() {
        queue(links.attached().stream()
                .filter(link -> link.syncEvery() == null && !isRefused(link))
                .toList());
    }

    /** Has the links with a rhythm of their own synced whose turn has come; likewise but for refused tokens. */
    void scheduleOwn() {
        Instant now = clock.instant();
        queue(links.attached().stream()
                .filter(link -> link.syncEvery() != null)
                .filter(link ->
                        rhythm.due(link).filter(due -> !now.isBefore(due)).isPresent())
                .filter(link -> !isRefused(link))
                .toList());
    }

    private void queue(List<Link> wanted) {
        queue.enqueue(wanted.stream().filter(link -> link.loaded() != null).toList(), SyncTrigger.SCHEDULE, null);
        queue.enqueue(wanted.stream().filter(link -> link.loaded() == null).toList(), SyncTrigger.FIRST, null);
    }

    private boolean hasFailed(Link link) {
        return runs.latest(link.id())
                .filter(run -> run.status() == SyncRunStatus.FAILED)
                .isPresent();
    }

    private boolean isRefused(Link link) {
        return runs.latest(link.id())
                .map(SyncRun::failureCode)
                .filter(code -> code.startsWith("TOKEN_REJECTED") || code.startsWith("POLICY_BLOCKED"))
                .isPresent();
    }

    /** Makes good for events and wake-ups that were lost with a killed process. */
    void mend() {
        List<Link> forgotten = links.attached().stream()
                .filter(link -> link.loaded() == null && runs.latest(link.id()).isEmpty())
                .toList();
        queue.enqueue(forgotten, SyncTrigger.FIRST, null);
        queue.wakeAll();
    }

    void housekeep() {
        checks.checkDue();
        items.purgeRemoved(clock.instant().minus(REMOVED_SHOWN));
        transaction.executeWithoutResult(_ -> runs.forget(clock.instant().minus(RUNS_KEPT)));
    }
}
