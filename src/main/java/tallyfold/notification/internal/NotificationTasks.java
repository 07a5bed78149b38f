package tallyfold.notification.internal;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What db-scheduler runs: looking for news, and sending what is due. */
@Configuration(proxyBeanMethods = false)
class NotificationTasks {

    /** A look out of turn. */
    static final TaskDescriptor<Void> LOOK_NOW = TaskDescriptor.of("notification-look-now");

    private static final Duration LOOK_EVERY = Duration.ofMinutes(10);
    private static final Duration SEND_EVERY = Duration.ofSeconds(30);

    @Bean
    Task<Void> notificationLookTask(Looking looking) {
        return Tasks.recurring("notification-look", FixedDelay.of(LOOK_EVERY)).execute((_, _) -> looking.look());
    }

    @Bean
    Task<Void> notificationLookNowTask(Looking looking) {
        return Tasks.oneTime(LOOK_NOW).execute((_, _) -> looking.look());
    }

    @Bean
    Task<Void> notificationSendTask(Delivering delivering) {
        return Tasks.recurring("notification-send", FixedDelay.of(SEND_EVERY)).execute((_, _) -> delivering.sendDue());
    }
}
