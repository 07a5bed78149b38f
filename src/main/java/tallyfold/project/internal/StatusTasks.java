package tallyfold.project.internal;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What db-scheduler runs for statuses: once a day, just after the day has begun. */
@Configuration(proxyBeanMethods = false)
class StatusTasks {

    @Bean
    Task<Void> endedHoldsTask(EndedHolds holds) {
        return Tasks.recurring("project-status-holds", new Daily(ZoneOffset.UTC, LocalTime.of(0, 1)))
                .execute((_, _) -> holds.end());
    }
}
