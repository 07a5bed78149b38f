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
 * @param status how it stands, as people say
 * @param manager who answers for it, null when nobody was named
 * @param version counts changes, for optimistic locking
 */
public record Project(
        ProjectId id,
        String name,
        String description,
        @Nullable LocalDate start,
        @Nullable LocalDate finish,
        ScheduleSource schedule,
        ProjectStatus status,
        @Nullable ProjectManager manager,
        Instant created,
        int version) {

    /** A project that stands as all do in the beginning. */
    public Project(
            ProjectId id,
            String name,
            String description,
            @Nullable LocalDate start,
            @Nullable LocalDate finish,
            ScheduleSource schedule,
            Instant created,
            int version) {
        this(id, name, description, start, finish, schedule, ProjectStatus.START, null, created, version);
    }
}
