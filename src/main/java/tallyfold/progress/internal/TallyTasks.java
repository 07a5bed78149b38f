package tallyfold.progress.internal;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What db-scheduler runs of this module: a look at which projects have changed unheard, or are of yesterday. */
@Configuration(proxyBeanMethods = false)
class TallyTasks {

    /** How long after midnight in UTC a list may show what was late yesterday. */
    private static final Duration LOOK_EVERY = Duration.ofMinutes(15);

    @Bean
    Task<Void> tallyTask(TallyRefresher refresher) {
        return Tasks.recurring("progress-tallies", FixedDelay.of(LOOK_EVERY)).execute((_, _) -> refresher.refreshAll());
    }
}
