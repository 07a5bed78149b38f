package tallyfold.portfolio.ui.standing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tallyfold.project.OverallStatus;
import tallyfold.project.ProjectEdit;
import tallyfold.project.ProjectManager;
import tallyfold.project.ProjectProgress;
import tallyfold.project.ProjectStage;
import tallyfold.project.ProjectStatus;
import tallyfold.project.ScheduleSource;

/** A {@link ProjectEdit} with a field for each of its parts; public because the binder reads it. */
public record SettingsEntry(
        String name,
        String description,
        @Nullable ProjectManager manager,
        @Nullable LocalDate start,
        @Nullable LocalDate finish,
        ScheduleSource schedule,
        ProjectProgress progress,
        ProjectStage stage,
        OverallStatus overall) {

    static SettingsEntry of(ProjectEdit edit) {
        ProjectStatus status = edit.status();
        return new SettingsEntry(
                edit.name(),
                edit.description(),
                edit.manager(),
                edit.start(),
                edit.finish(),
                edit.schedule(),
                status.progress(),
                status.stage(),
                status.overall());
    }

    ProjectEdit edit() {
        return new ProjectEdit(
                name, description, manager, start, finish, schedule, new ProjectStatus(progress, stage, overall));
    }
}
