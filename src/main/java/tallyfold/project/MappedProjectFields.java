package tallyfold.project;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a linked work item says of its project; null where it says nothing, or nothing the field knows. */
public record MappedProjectFields(
        @Nullable String description,
        @Nullable LocalDate start,
        @Nullable LocalDate finish,
        @Nullable ProjectProgress progress,
        @Nullable ProjectStage stage,
        @Nullable OverallStatus overall) {

    /** The project as it is to be: what nothing is said of stays, and so do days that would end before they begin. */
    Project on(Project before) {
        LocalDate first = start == null ? before.start() : start;
        LocalDate last = finish == null ? before.finish() : finish;
        boolean inOrder = first == null || last == null || !last.isBefore(first);
        ProjectStatus status = before.status();
        return new Project(
                before.id(),
                before.name(),
                description == null ? before.description() : description,
                inOrder ? first : before.start(),
                inOrder ? last : before.finish(),
                before.schedule(),
                new ProjectStatus(
                        progress == null ? status.progress() : progress,
                        stage == null ? status.stage() : stage,
                        overall == null ? status.overall() : overall),
                before.manager(),
                before.created(),
                before.version());
    }
}
