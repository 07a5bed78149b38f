package tallyfold.progress.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import tallyfold.project.ProjectId;
import tallyfold.sync.SyncRunFinished;

/**
 * Looks through a project's items soon after a run has ended, so that the next reader finds it done. Never on the thread that
 * tells of the end: it is the one that writes for all projects of a connection.
 */
@Component
class AfterSync {

    private static final Logger LOG = LoggerFactory.getLogger(AfterSync.class);

    /** The runs of a connection end close together; while they go on, the processors are theirs. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    /** A load of many projects goes on for minutes, and whoever looks at lists meanwhile wants to see the first ones. */
    private static final Duration AT_MOST = Duration.ofSeconds(30);

    private final TallyRefresher refresher;
    private final TaskScheduler scheduler;
    private final Set<ProjectId> waiting = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean due = new AtomicBoolean();
    private volatile Instant last = Instant.MIN;

    AfterSync(TallyRefresher refresher, @Qualifier("tallyScheduler") TaskScheduler scheduler) {
        this.refresher = refresher;
        this.scheduler = scheduler;
    }

    @EventListener
    void on(SyncRunFinished finished) {
        waiting.add(finished.run().project());
        Instant ended = now();
        last = ended;
        if (due.compareAndSet(false, true)) {
            again(ended.plus(PAUSE), ended.plus(AT_MOST));
        }
    }

    private void again(Instant until, Instant latest) {
        ScheduledFuture<?> _ = scheduler.schedule(() -> refreshWhenQuiet(latest), until);
    }

    /** When a pause begins is nobody's business but this process's, so that its own clock will do. */
    private Instant now() {
        return Instant.now(scheduler.getClock());
    }

    private void refreshWhenQuiet(Instant latest) {
        Instant quiet = last.plus(PAUSE);
        Instant now = now();
        if (now.isBefore(quiet) && now.isBefore(latest)) {
            again(quiet, latest);
        } else {
            due.set(false);
            refresh();
        }
    }

    private void refresh() {
        for (ProjectId project : Set.copyOf(waiting)) {
            waiting.remove(project);
            try {
                refresher.refresh(project);
            } catch (DataAccessException | TransactionException e) {
                // The run itself went well: the next reader or the next tick makes good for it.
                LOG.warn(
                        "The figures of a project were not made anew after its sync; they will be when somebody looks",
                        e);
            }
        }
    }
}
