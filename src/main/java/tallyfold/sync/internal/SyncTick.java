package tallyfold.sync.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;
import tallyfold.project.Link;
import tallyfold.project.LinkStore;
import tallyfold.project.ProjectLinked;
import tallyfold.security.CurrentUser;
import tallyfold.security.User;
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
    private final TransactionTemplate transaction;
    private final CurrentUser currentUser;
    private final Clock clock;

    SyncTick(
            SyncQueue queue,
            SyncRunRepository runs,
            LinkStore links,
            WorkItemStore items,
            TransactionTemplate transaction,
            CurrentUser currentUser,
            Clock clock) {
        this.queue = queue;
        this.runs = runs;
        this.links = links;
        this.items = items;
        this.transaction = transaction;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(ProjectLinked linked) {
        links.find(linked.link())
                .ifPresent(link -> queue.enqueue(
                        List.of(link),
                        SyncTrigger.FIRST,
                        currentUser.find().map(User::name).orElse(null)));
    }

    /** Has every link synced; what was never loaded gets another try at that. */
    void schedule() {
        List<Link> attached = links.attached();
        queue.enqueue(attached.stream().filter(link -> link.loaded() != null).toList(), SyncTrigger.SCHEDULE, null);
        queue.enqueue(attached.stream().filter(link -> link.loaded() == null).toList(), SyncTrigger.FIRST, null);
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
        items.purgeRemoved(clock.instant().minus(REMOVED_SHOWN));
        transaction.executeWithoutResult(_ -> runs.forget(clock.instant().minus(RUNS_KEPT)));
    }
}
