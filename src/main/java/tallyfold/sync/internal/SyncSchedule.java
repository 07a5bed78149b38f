package tallyfold.sync.internal;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.stereotype.Component;

/** How often everything is synced: property {@code tallyfold.sync.every}, for example {@code 15m}, or {@code off}. */
@Component
public class SyncSchedule {

    private static final Duration SHORTEST = Duration.ofMinutes(1);

    private final ObjectProvider<SchedulerClient> scheduler;
    private final Duration every;

    SyncSchedule(ObjectProvider<SchedulerClient> scheduler, @Value("${tallyfold.sync.every:15m}") String every) {
        this.scheduler = scheduler;
        this.every = parse(every);
    }

    private static Duration parse(String every) {
        if (every.strip().equalsIgnoreCase("off")) {
            return Duration.ZERO;
        }
        Duration parsed = DurationStyle.detectAndParse(every.strip());
        if (parsed.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException("tallyfold.sync.every must be a minute or more, or off: " + every);
        }
        return parsed;
    }

    public Duration every() {
        return every;
    }

    public Optional<Instant> next() {
        SchedulerClient client = scheduler.getIfAvailable();
        if (every.isZero() || client == null) {
            return Optional.empty();
        }
        return client.getScheduledExecution(TaskInstanceId.of(SyncTasks.SCHEDULE, RecurringTask.INSTANCE))
                .map(ScheduledExecution::getExecutionTime);
    }

    /** The same for db-scheduler, which knows a schedule that never comes. */
    Schedule asSchedule() {
        return every.isZero() ? Schedules.parseSchedule("-") : FixedDelay.of(every);
    }
}
