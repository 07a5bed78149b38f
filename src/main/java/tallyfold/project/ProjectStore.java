package tallyfold.project;

import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import tallyfold.project.internal.MappedProjectRepository;
import tallyfold.project.internal.ProjectRepository;

/** Projects as the engine sees them. Joins the caller's transaction. */
@Component
public class ProjectStore {

    private final ProjectRepository projects;
    private final MappedProjectRepository mapped;
    private final ApplicationEventPublisher events;

    ProjectStore(ProjectRepository projects, MappedProjectRepository mapped, ApplicationEventPublisher events) {
        this.projects = projects;
        this.mapped = mapped;
        this.events = events;
    }

    /** Takes over what linked work items say of a project; writes only what is not so already. */
    public void map(ProjectId id, MappedProjectFields fields) {
        projects.find(id).ifPresent(before -> {
            Project wanted = fields.on(before);
            if (!wanted.equals(before)
                    && mapped.write(wanted)
                    && !wanted.status().equals(before.status())) {
                events.publishEvent(new ProjectStatusChanged(id, wanted.status()));
            }
        });
    }

    /** The projects that are synced by hand only; see {@link ProjectStatus#active}. */
    public Set<ProjectId> resting() {
        return projects.resting();
    }

    public boolean isResting(ProjectId id) {
        return projects.find(id).filter(project -> !project.status().active()).isPresent();
    }
}
