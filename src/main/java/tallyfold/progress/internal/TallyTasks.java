package tallyfold.progress.internal;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What db-scheduler runs of this module: a look at every project once another day has begun in UTC. */
@Configuration(proxyBeanMethods = false)
class TallyTasks {

    private static final LocalTime AFTER_MIDNIGHT = LocalTime.of(0, 5);

    @Bean
    Task<Void> dailyTallyTask(TallyRefresher refresher) {
        return Tasks.recurring("progress-day", new Daily(ZoneOffset.UTC, AFTER_MIDNIGHT))
                .execute((_, _) -> refresher.refreshAll());
    }
}
