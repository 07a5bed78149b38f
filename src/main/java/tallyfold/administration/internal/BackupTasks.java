package tallyfold.administration.internal;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import com.github.kagkarlsson.scheduler.task.schedule.DisabledSchedule;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tallyfold.administration.BackupStore;

/** What db-scheduler runs for backups: one a night. */
@Configuration(proxyBeanMethods = false)
class BackupTasks {

    @Bean
    Task<Void> nightlyBackupTask(BackupStore backups, BackupSettings settings) {
        Schedule schedule = settings.at()
                .<Schedule>map(time -> new Daily(settings.zone(), time))
                .orElseGet(DisabledSchedule::new);
        return Tasks.recurring("backup-nightly", schedule).execute((_, _) -> backups.takeNightly());
    }
}
