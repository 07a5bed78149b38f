package tallyfold.sync.internal;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.stereotype.Component;

/**
 * How often everything is synced: what an administrator chose, else property {@code tallyfold.sync.every}, for example
 * {@code 15m}, or {@code off}.
 */
@Component
public class SyncSchedule {

    private static final Duration SHORTEST = Duration.ofMinutes(1);

    /** When it is off the task looks again after this; choosing a rhythm wakes it at once. */
    private static final Duration WHILE_OFF = Duration.ofDays(1);

    private final ObjectProvider<SchedulerClient> scheduler;
    private final SyncSettingRepository settings;
    private final Clock clock;
    private final Duration configured;

    SyncSchedule(
            ObjectProvider<SchedulerClient> scheduler,
            SyncSettingRepository settings,
            Clock clock,
            @Value("${tallyfold.sync.every:15m}") String every) {
        this.scheduler = scheduler;
        this.settings = settings;
        this.clock = clock;
        this.configured = parse(every);
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

    /** Zero when it is off. */
    public Duration every() {
        return settings.every().orElse(configured);
    }

    public boolean chosen() {
        return settings.every().isPresent();
    }

    /** Stores the choice and moves the next run accordingly. */
    public void choose(Duration every) {
        settings.save(every);
        SchedulerClient client = scheduler.getIfAvailable();
        if (client != null) {
            client.reschedule(instance(), after(clock.instant()));
        }
    }

    public Optional<Instant> next() {
        SchedulerClient client = scheduler.getIfAvailable();
        if (every().isZero() || client == null) {
            return Optional.empty();
        }
        return client.getScheduledExecution(instance()).map(ScheduledExecution::getExecutionTime);
    }

    private static TaskInstanceId instance() {
        return TaskInstanceId.of(SyncTasks.SCHEDULE, RecurringTask.INSTANCE);
    }

    private Instant after(Instant moment) {
        Duration every = every();
        return moment.plus(every.isZero() ? WHILE_OFF : every);
    }

    /** The same for db-scheduler; asked anew after each run, so that a choice needs no restart. */
    Schedule asSchedule() {
        return new Schedule() {
            @Override
            public Instant getNextExecutionTime(ExecutionComplete complete) {
                return after(complete.getTimeDone());
            }

            @Override
            public Instant getInitialExecutionTime(Instant now) {
                return after(now);
            }

            @Override
            public boolean isDeterministic() {
                return false;
            }
        };
    }
}
