package tallyfold.project;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tallyfold.audit.AuditEvent;
import tallyfold.audit.AuditLog;
import tallyfold.kernel.Page;
import tallyfold.kernel.PageQuery;
import tallyfold.project.internal.LinkRepository;
import tallyfold.project.internal.PortfolioRepository;
import tallyfold.project.internal.ProjectDraftRules;
import tallyfold.project.internal.ProjectNames;
import tallyfold.project.internal.ProjectRepository;
import tallyfold.security.CurrentUser;
import tallyfold.uikit.Texts;

/** What people do with projects. */
@Service
@PreAuthorize("hasRole('VIEWER')")
public class ProjectService {

    private final ProjectRepository projects;
    private final LinkRepository links;
    private final PortfolioRepository portfolios;
    private final AuditLog audit;
    private final CurrentUser currentUser;
    private final Clock clock;

    ProjectService(
            ProjectRepository projects,
            LinkRepository links,
            PortfolioRepository portfolios,
            AuditLog audit,
            CurrentUser currentUser,
            Clock clock) {
        this.projects = projects;
        this.links = links;
        this.portfolios = portfolios;
        this.audit = audit;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    public Optional<Project> find(ProjectId id) {
        return projects.find(id);
    }

    /** The links of a project, oldest first, read-only copies included. */
    public List<Link> links(ProjectId id) {
        return links.ofProject(id);
    }

    /** As {@link #links} for several projects. */
    public Map<ProjectId, List<Link>> linksOf(Collection<ProjectId> ids) {
        return links.ofProjects(ids).stream().collect(Collectors.groupingBy(Link::project));
    }

    /** Every link that is in sync with its project, by name of the project. */
    public List<LinkedProject> linked() {
        Map<ProjectId, List<Link>> byProject = links.attached().stream().collect(Collectors.groupingBy(Link::project));
        return projects.all().stream()
                .flatMap(project -> byProject.getOrDefault(project.id(), List.of()).stream()
                        .map(link -> new LinkedProject(project, link)))
                .toList();
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

    /** Creates a project that is linked to nothing. The description has at most 4,000 characters. */
    @Transactional
    @PreAuthorize("hasAnyRole('ADMINISTRATOR', 'PROJECT_MANAGER')")
    public CreateProjectResult create(ProjectDraft draft) {
        Optional<CreateProjectResult.Refused> objection = ProjectDraftRules.objection(draft);
        if (objection.isPresent()) {
            return objection.get();
        }
        String name = ProjectNames.tidy(draft.name());
        links.lockGate();
        if (projects.findByKey(ProjectNames.key(name)).isPresent()) {
            return new CreateProjectResult.Refused(
                    CreateProjectResult.Field.NAME, Texts.of("project.create.name-taken", name));
        }
        portfolios.lockGate();
        PortfolioId portfolio = draft.portfolio();
        if (portfolio != null && portfolios.find(portfolio).isEmpty()) {
            return new CreateProjectResult.Refused(
                    CreateProjectResult.Field.PORTFOLIO, Texts.of("project.portfolio.gone"));
        }
        Project made = new Project(
                new ProjectId(UUID.randomUUID()),
                name,
                ProjectDraftRules.tidyDescription(draft.description()),
                draft.start(),
                draft.finish(),
                ScheduleSource.OWN,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                0);
        projects.insert(made, false, currentUser.require().name());
        if (portfolio != null) {
            portfolios.place(List.of(made.id()), portfolio);
        }
        audit.record("project.created", name + " " + made.id().value(), AuditEvent.Outcome.SUCCESS, null);
        return new CreateProjectResult.Created(made);
    }
}
