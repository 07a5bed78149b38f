package tallyfold.sync.internal;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tallyfold.connection.ConnectionId;

/** What db-scheduler runs: one execution for each connection with something to do, and what comes round by itself. */
@Configuration(proxyBeanMethods = false)
class SyncTasks {

    /** The instance id is the connection's. */
    static final TaskDescriptor<Void> CONNECTION = TaskDescriptor.of("sync-connection");

    /** How late a schedule may be. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(15);

    private static final Duration MEND_EVERY = Duration.ofMinutes(1);
    private static final Duration HOUSEKEEPING_EVERY = Duration.ofHours(6);
    private static final Duration AFTER_A_FAULT = Duration.ofSeconds(30);
    private static final Duration AFTER_A_STOP = Duration.ofSeconds(10);

    @Bean
    Task<Void> connectionTask(ConnectionWorker worker, SyncQueue queue, EngineLifecycle lifecycle) {
        return Tasks.custom(CONNECTION)
                .onDeadExecutionRevive()
                .onFailureReschedule(FixedDelay.of(AFTER_A_FAULT))
                .execute((instance, _) -> {
                    ConnectionId connection = new ConnectionId(UUID.fromString(instance.getId()));
                    worker.work(connection);
                    return (complete, operations) -> {
                        if (lifecycle.isStopping()) {
                            operations.reschedule(
                                    complete, complete.getTimeDone().plus(AFTER_A_STOP));
                            return;
                        }
                        // Looked at after the removal: a run queued before it found this execution still there.
                        operations.remove();
                        if (queue.pending(connection)) {
                            queue.wake(connection);
                        }
                    };
                });
    }

    @Bean
    Task<Void> scheduleTask(SyncTick tick) {
        return Tasks.recurring("sync-schedules", FixedDelay.of(LOOK_EVERY)).execute((_, _) -> tick.comeRound());
    }

    @Bean
    Task<Void> mendTask(SyncTick tick) {
        return Tasks.recurring("sync-mend", FixedDelay.of(MEND_EVERY)).execute((_, _) -> tick.mend());
    }

    @Bean
    Task<Void> housekeepingTask(SyncTick tick) {
        return Tasks.recurring("sync-housekeeping", FixedDelay.of(HOUSEKEEPING_EVERY))
                .execute((_, _) -> tick.housekeep());
    }
}
