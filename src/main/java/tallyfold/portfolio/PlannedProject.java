package tallyfold.portfolio;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tallyfold.progress.ProjectFigures;
import tallyfold.project.Project;

/**
 * What the schedule of a project is judged by.
 *
 * @param start first day of the project as its primary schedule says, null when not known
 * @param finish last day likewise
 */
public record PlannedProject(
        Project project,
        ProjectFigures figures,
        @Nullable LocalDate start,
        @Nullable LocalDate finish) {}
