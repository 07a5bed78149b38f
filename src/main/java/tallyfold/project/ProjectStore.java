package tallyfold.project;

import java.util.Set;
import org.springframework.stereotype.Component;
import tallyfold.project.internal.ProjectRepository;

/** Projects as the engine sees them. Joins the caller's transaction. */
@Component
public class ProjectStore {

    private final ProjectRepository projects;

    ProjectStore(ProjectRepository projects) {
        this.projects = projects;
    }

    /** The projects that are synced by hand only; see {@link ProjectStatus#active}. */
    public Set<ProjectId> resting() {
        return projects.resting();
    }

    public boolean isResting(ProjectId id) {
        return projects.find(id).filter(project -> !project.status().active()).isPresent();
    }
}
