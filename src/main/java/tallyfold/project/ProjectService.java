package tallyfold.project;

import java.util.List;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tallyfold.audit.AuditEvent;
import tallyfold.audit.AuditLog;
import tallyfold.kernel.Page;
import tallyfold.kernel.PageQuery;
import tallyfold.project.internal.LinkRepository;
import tallyfold.project.internal.ProjectNames;
import tallyfold.project.internal.ProjectRepository;
import tallyfold.uikit.Texts;

/** What people do with projects. */
@Service
@PreAuthorize("hasRole('VIEWER')")
public class ProjectService {

    private final ProjectRepository projects;
    private final LinkRepository links;
    private final AuditLog audit;

    ProjectService(ProjectRepository projects, LinkRepository links, AuditLog audit) {
        this.projects = projects;
        this.links = links;
        this.audit = audit;
    }

    public Optional<Project> find(ProjectId id) {
        return projects.find(id);
    }

    /** The links of a project, oldest first, read-only copies included. */
    public List<Link> links(ProjectId id) {
        return links.ofProject(id);
    }

    /**
     * Projects whose name contains the filter, without regard to case.
     *
     * @param filter empty for all
     * @param query sorts by {@code name} and {@code created}; by name unless told
     */
    public Page<Project> page(String filter, PageQuery query) {
        return new Page<>(projects.page(filter, query), projects.count(filter));
    }

    /** How many projects there are. */
    public long count() {
        return projects.count("");
    }

    /** Gives a project another name. */
    @Transactional
    @PreAuthorize("hasAnyRole('ADMINISTRATOR', 'PROJECT_MANAGER')")
    public RenameResult rename(ProjectId id, String typed) {
        String name = ProjectNames.tidy(typed);
        Optional<String> objection = ProjectNames.objection(name);
        if (objection.isPresent()) {
            return new RenameResult.Refused(objection.get());
        }
        links.lockGate();
        Project before = projects.find(id).orElseThrow();
        if (projects.findByKey(ProjectNames.key(name))
                .filter(found -> !found.id().equals(id))
                .isPresent()) {
            return new RenameResult.Refused(Texts.of("project.name.taken", name));
        }
        projects.rename(id, name);
        audit.record("project.renamed", name + " " + id.value(), AuditEvent.Outcome.SUCCESS, "was " + before.name());
        return new RenameResult.Renamed(projects.find(id).orElseThrow());
    }

    /** Creates a project that is linked to nothing. */
    @PreAuthorize("hasAnyRole('ADMINISTRATOR', 'PROJECT_MANAGER')")
    public CreateProjectResult create(ProjectDraft draft) {
        throw new UnsupportedOperationException();
    }
}
