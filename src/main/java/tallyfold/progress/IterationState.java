package tallyfold.progress;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Where an iteration lies from a day's view. */
public enum IterationState {
    CLOSED,
    STARTED,
    NOT_STARTED,
    NOT_SCHEDULED;

    /** By the days of an iteration, both included; a missing one is taken to lie far away. */
    public static IterationState of(@Nullable LocalDate start, @Nullable LocalDate finish, LocalDate today) {
        if (start == null && finish == null) {
            return NOT_SCHEDULED;
        }
        if (finish != null && finish.isBefore(today)) {
            return CLOSED;
        }
        return start != null && start.isAfter(today) ? NOT_STARTED : STARTED;
    }
}
