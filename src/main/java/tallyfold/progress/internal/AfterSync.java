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

    /** The runs of a connection end close together, and a large project ends in several. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final TallyRefresher refresher;
    private final TaskScheduler scheduler;
    private final Set<ProjectId> waiting = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean due = new AtomicBoolean();

    AfterSync(TallyRefresher refresher, @Qualifier("tallyScheduler") TaskScheduler scheduler) {
        this.refresher = refresher;
        this.scheduler = scheduler;
    }

    @EventListener
    void on(SyncRunFinished finished) {
        waiting.add(finished.run().project());
        if (due.compareAndSet(false, true)) {
            // When the pause begins is nobody's business but this process's, so that its own clock will do.
            ScheduledFuture<?> _ = scheduler.schedule(
                    this::refresh, Instant.now(scheduler.getClock()).plus(PAUSE));
        }
    }

    private void refresh() {
        due.set(false);
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
