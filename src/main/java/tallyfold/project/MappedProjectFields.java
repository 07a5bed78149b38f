package tallyfold.project;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tallyfold.project.internal.ProjectNames;

/**
 * What a linked work item says of its project; null where it says nothing, or nothing the field knows.
 *
 * @param name as the source has it; one that no project can have says nothing
 * @param manager the name of a person; likewise
 */
public record MappedProjectFields(
        @Nullable String name,
        @Nullable String manager,
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
        String called = usable(name);
        ProjectStatus status = before.status();
        return new Project(
                before.id(),
                called == null ? before.name() : called,
                description == null ? before.description() : description,
                inOrder ? first : before.start(),
                inOrder ? last : before.finish(),
                before.schedule(),
                new ProjectStatus(
                        progress == null ? status.progress() : progress,
                        stage == null ? status.stage() : stage,
                        overall == null ? status.overall() : overall),
                manager(before.manager()),
                before.created(),
                before.version());
    }

    /** The same without a name, because another project has it. */
    MappedProjectFields withoutName() {
        return new MappedProjectFields(null, manager, description, start, finish, progress, stage, overall);
    }

    /** Who signs in here stays linked while the source names the same person. */
    private @Nullable ProjectManager manager(@Nullable ProjectManager before) {
        String said = usable(manager);
        return said == null || (before != null && before.name().equalsIgnoreCase(said))
                ? before
                : new ProjectManager(null, said);
    }

    private static @Nullable String usable(@Nullable String said) {
        String tidy = said == null ? "" : ProjectNames.tidy(said);
        return ProjectNames.objection(tidy).isPresent() ? null : tidy;
    }
}
