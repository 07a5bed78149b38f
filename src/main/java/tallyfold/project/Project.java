package tallyfold.project;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A project of the portfolio.
 *
 * @param name unique without regard to case
 * @param description plain text, empty when there is none
 * @param start first day, null when not entered
 * @param finish last day, null when not entered
 * @param schedule which days count
 */
public record Project(
        ProjectId id,
        String name,
        String description,
        @Nullable LocalDate start,
        @Nullable LocalDate finish,
        ScheduleSource schedule,
        Instant created,
        int version) {}
