package tallyfold.project;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import tallyfold.project.internal.MappedProjectRepository;
import tallyfold.project.internal.ProjectNames;
import tallyfold.project.internal.ProjectRepository;
import tallyfold.project.internal.StatusChangeRepository;

/** Projects as the engine sees them. Joins the caller's transaction. */
@Component
public class ProjectStore {

    private final ProjectRepository projects;
    private final MappedProjectRepository mapped;
    private final StatusChangeRepository statuses;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ProjectStore(
            ProjectRepository projects,
            MappedProjectRepository mapped,
            StatusChangeRepository statuses,
            ApplicationEventPublisher events,
            Clock clock) {
        this.projects = projects;
        this.mapped = mapped;
        this.statuses = statuses;
        this.events = events;
        this.clock = clock;
    }

    /** Takes over what linked work items say of a project; writes only what is not so already. */
    public void map(ProjectId id, MappedProjectFields fields) {
        projects.find(id).ifPresent(before -> {
            Project wanted = fields.on(before);
            if (isTaken(wanted)) {
                wanted = fields.withoutName().on(before);
            }
            if (!wanted.equals(before)
                    && mapped.write(wanted)
                    && !wanted.status().equals(before.status())) {
                keep(before, wanted);
                events.publishEvent(new ProjectStatusChanged(id, wanted.status()));
            }
        });
    }

    private boolean isTaken(Project wanted) {
        return projects.findByKey(ProjectNames.key(wanted.name()))
                .filter(other -> !other.id().equals(wanted.id()))
                .isPresent();
    }

    /** What a work item says of the project as a whole is part of its history, as what people say is. */
    private void keep(Project before, Project wanted) {
        if (wanted.status().overall() != before.status().overall()) {
            statuses.insert(
                    before.id(),
                    StatusArea.OVERALL,
                    wanted.status().overall(),
                    "",
                    null,
                    clock.instant().truncatedTo(ChronoUnit.MICROS),
                    null);
        }
    }

    /** The projects that are synced by hand only; see {@link ProjectStatus#active}. */
    public Set<ProjectId> resting() {
        return projects.resting();
    }

    public boolean isResting(ProjectId id) {
        return projects.find(id).filter(project -> !project.status().active()).isPresent();
    }
}
