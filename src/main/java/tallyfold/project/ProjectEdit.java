package tallyfold.project;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a project as somebody wants them.
 *
 * @param description plain text of up to 4,000 characters, may be empty
 * @param manager null for nobody
 * @param start first day, null when not known
 * @param finish last day, null when not known
 * @param schedule the primary schedule
 */
public record ProjectEdit(
        String name,
        String description,
        @Nullable ProjectManager manager,
        @Nullable LocalDate start,
        @Nullable LocalDate finish,
        ScheduleSource schedule,
        ProjectStatus status) {

    /** The settings as they are. */
    public static ProjectEdit of(Project project) {
        return new ProjectEdit(
                project.name(),
                project.description(),
                project.manager(),
                project.start(),
                project.finish(),
                project.schedule(),
                project.status());
    }
}
