package tallyfold.progress.internal;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;

/** What db-scheduler runs of this module: a look at which projects have changed unheard, or are of yesterday. */
@Configuration(proxyBeanMethods = false)
class TallyTasks {

    /** How long after midnight in UTC a list may show what was late yesterday. */
    private static final Duration LOOK_EVERY = Duration.ofMinutes(15);

    /** For what is to be done soon in this process, and by nobody else. */
    @Bean(defaultCandidate = false)
    SimpleAsyncTaskScheduler tallyScheduler() {
        SimpleAsyncTaskScheduler scheduler = new SimpleAsyncTaskScheduler();
        scheduler.setVirtualThreads(true);
        scheduler.setThreadNamePrefix("tally-");
        scheduler.setTaskTerminationTimeout(Duration.ofSeconds(5).toMillis());
        return scheduler;
    }

    @Bean
    Task<Void> tallyTask(TallyRefresher refresher) {
        return Tasks.recurring("progress-tallies", FixedDelay.of(LOOK_EVERY)).execute((_, _) -> refresher.refreshAll());
    }
}
