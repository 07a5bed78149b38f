package tallyfold.administration.internal;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import com.github.kagkarlsson.scheduler.task.schedule.DisabledSchedule;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import tallyfold.administration.BackupStore;
import tallyfold.sync.ScheduleZoneChosen;
import tallyfold.sync.ScheduleZoneStore;

/** What db-scheduler runs for backups: one a night. */
@Configuration(proxyBeanMethods = false)
class BackupTasks {

    private static final Logger LOG = LoggerFactory.getLogger(BackupTasks.class);

    static final TaskInstanceId NIGHTLY = TaskInstanceId.of("backup-nightly", RecurringTask.INSTANCE);

    private final BackupSettings settings;
    private final ScheduleZoneStore zone;
    private final ObjectProvider<SchedulerClient> scheduler;
    private final Clock clock;

    BackupTasks(
            BackupSettings settings, ScheduleZoneStore zone, ObjectProvider<SchedulerClient> scheduler, Clock clock) {
        this.settings = settings;
        this.zone = zone;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    @Bean
    Task<Void> nightlyBackupTask(BackupStore backups) {
        return Tasks.recurring(NIGHTLY.getTaskName(), schedule()).execute((_, _) -> backups.takeNightly());
    }

    Schedule schedule() {
        return settings.at().<Schedule>map(time -> new Nightly(zone, time)).orElseGet(DisabledSchedule::new);
    }

    @EventListener
    void on(ScheduleZoneChosen chosen) {
        SchedulerClient client = scheduler.getIfAvailable();
        LocalTime time = settings.at().orElse(null);
        if (client == null || time == null) {
            return;
        }
        Instant next = new Daily(chosen.zone(), time).getInitialExecutionTime(clock.instant());
        try {
            client.reschedule(NIGHTLY, next);
        } catch (TaskInstanceException atWork) {
            // Being taken this moment: the next time is worked out when it ends, by the new zone.
            LOG.debug("The next nightly backup is not moved now", atWork);
        }
    }

    /** An hour of the day by the zone in force when the next time is worked out. */
    private record Nightly(ScheduleZoneStore zone, LocalTime time) implements Schedule {

        @Override
        public Instant getNextExecutionTime(ExecutionComplete done) {
            return new Daily(zone.zone(), time).getNextExecutionTime(done);
        }

        @Override
        public boolean isDeterministic() {
            return true;
        }
    }
}
