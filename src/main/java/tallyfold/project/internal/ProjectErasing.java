package tallyfold.project.internal;

import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import tallyfold.audit.AuditEvent;
import tallyfold.audit.AuditLog;
import tallyfold.project.Link;
import tallyfold.project.LinkId;
import tallyfold.project.LinksErased;
import tallyfold.project.Project;
import tallyfold.project.ProjectErased;
import tallyfold.project.ProjectId;

/** Takes projects away for good; joins the caller's transaction. */
@Component
public class ProjectErasing {

    private final ProjectRepository projects;
    private final LinkRepository links;
    private final ApplicationEventPublisher events;
    private final AuditLog audit;

    ProjectErasing(ProjectRepository projects, LinkRepository links, ApplicationEventPublisher events, AuditLog audit) {
        this.projects = projects;
        this.links = links;
        this.events = events;
        this.audit = audit;
    }

    /** The name of the project; empty when it was gone already. */
    public Optional<String> erase(ProjectId id) {
        links.lockGate();
        Optional<Project> project = projects.find(id);
        project.ifPresent(found -> {
            List<LinkId> going = links.ofProject(id).stream().map(Link::id).toList();
            if (!going.isEmpty()) {
                events.publishEvent(new LinksErased(going));
                links.delete(going);
            }
            erase(List.of(id));
            audit.record(
                    "project.deleted",
                    found.name() + " " + id.value(),
                    AuditEvent.Outcome.SUCCESS,
                    "with " + going.size() + " links");
        });
        return project.map(Project::name);
    }

    /** Erases projects that have no link left. */
    void erase(List<ProjectId> bereft) {
        bereft.forEach(id -> {
            events.publishEvent(new ProjectErased(id));
            projects.delete(id);
        });
    }
}
