package tallyfold.project.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tallyfold.connection.Connection;
import tallyfold.project.ImportChoice;
import tallyfold.project.ImportResult;
import tallyfold.project.Link;
import tallyfold.project.LinkId;
import tallyfold.project.LinkedElement;
import tallyfold.project.PortfolioId;
import tallyfold.project.Project;
import tallyfold.project.ProjectId;
import tallyfold.project.ScheduleSource;
import tallyfold.provider.Element;
import tallyfold.provider.RemoteProjectId;
import tallyfold.uikit.Texts;

/** The one transaction of an import: looks at the whole batch, then makes all of it or nothing. */
@Component
public class ImportTransaction {

    private final ProjectRepository projects;
    private final LinkRepository links;
    private final PortfolioRepository portfolios;
    private final LinkMaker maker;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ImportTransaction(
            ProjectRepository projects,
            LinkRepository links,
            PortfolioRepository portfolios,
            LinkMaker maker,
            TransactionTemplate transaction,
            Clock clock) {
        this.projects = projects;
        this.links = links;
        this.portfolios = portfolios;
        this.maker = maker;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What makes two connections lead to the same organization. */
    public static String organizationKey(Connection connection) {
        String id = connection.organizationId();
        return id == null ? connection.organization() : id;
    }

    public ImportResult run(
            Connection connection, List<ImportChoice> choices, @Nullable PortfolioId portfolio, String user) {
        ImportResult result = transaction.execute(_ -> {
            links.lockGate();
            portfolios.lockGate();
            Map<RemoteProjectId, String> reasons =
                    portfolio == null || portfolios.find(portfolio).isPresent()
                            ? objections(connection, choices)
                            : portfolioGone(choices);
            return reasons.isEmpty()
                    ? new ImportResult.Started(make(connection, choices, portfolio, user))
                    : new ImportResult.Refused(reasons);
        });
        return Objects.requireNonNull(result);
    }

    private static Map<RemoteProjectId, String> portfolioGone(List<ImportChoice> choices) {
        Map<RemoteProjectId, String> reasons = new LinkedHashMap<>();
        choices.forEach(choice -> reasons.put(choice.remote(), Texts.of("project.portfolio.gone")));
        return reasons;
    }

    private Map<RemoteProjectId, String> objections(Connection connection, List<ImportChoice> choices) {
        Map<RemoteProjectId, ProjectId> linked = links.linkedOf(organizationKey(connection));
        Map<ProjectId, Project> targets = new HashMap<>();
        projects.unlinked().forEach(project -> targets.put(project.id(), project));
        Map<String, RemoteProjectId> names = new HashMap<>();
        Set<RemoteProjectId> remotes = new HashSet<>();
        Set<ProjectId> taken = new HashSet<>();
        Map<RemoteProjectId, String> reasons = new LinkedHashMap<>();
        for (ImportChoice choice : choices) {
            if (!remotes.add(choice.remote())) {
                reasons.put(choice.remote(), Texts.of("project.import.twice", choice.remoteName()));
            } else if (linked.containsKey(choice.remote())) {
                reasons.put(choice.remote(), Texts.of("project.import.linked", choice.remoteName()));
            } else if (choice.linkTo() != null) {
                targetObjection(choice.linkTo(), targets, taken).ifPresent(why -> reasons.put(choice.remote(), why));
            } else {
                nameObjection(choice, names, reasons).ifPresent(why -> reasons.put(choice.remote(), why));
            }
        }
        return reasons;
    }

    private Optional<String> targetObjection(ProjectId target, Map<ProjectId, Project> targets, Set<ProjectId> taken) {
        Optional<Project> found = projects.find(target);
        if (found.isEmpty()) {
            return Optional.of(Texts.of("project.import.target-gone"));
        }
        String name = found.get().name();
        if (!targets.containsKey(target)) {
            return Optional.of(Texts.of("project.import.target-linked", name));
        }
        return taken.add(target) ? Optional.empty() : Optional.of(Texts.of("project.import.target-twice", name));
    }

    private Optional<String> nameObjection(
            ImportChoice choice, Map<String, RemoteProjectId> names, Map<RemoteProjectId, String> reasons) {
        String name = ProjectNames.tidy(choice.name());
        Optional<String> objection = ProjectNames.objection(name);
        if (objection.isPresent()) {
            return objection;
        }
        String key = ProjectNames.key(name);
        RemoteProjectId first = names.putIfAbsent(key, choice.remote());
        if (first != null) {
            String twice = Texts.of("project.name.twice", name);
            reasons.putIfAbsent(first, twice);
            return Optional.of(twice);
        }
        return projects.findByKey(key).map(_ -> Texts.of("project.name.taken", name));
    }

    private List<Link> make(
            Connection connection, List<ImportChoice> choices, @Nullable PortfolioId portfolio, String user) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Link> made = new ArrayList<>(choices.size());
        for (ImportChoice choice : choices) {
            ProjectId target = choice.linkTo();
            if (target == null) {
                target = create(choice, now, user);
            } else {
                projects.chooseSchedule(target, ScheduleSource.LINKED);
            }
            if (portfolio != null) {
                portfolios.placeHomeless(List.of(target), portfolio);
            }
            Link link = new Link(
                    new LinkId(UUID.randomUUID()),
                    target,
                    connection.id(),
                    connection.organization(),
                    choice.remote(),
                    remoteName(choice),
                    null,
                    null,
                    List.of(new LinkedElement(Element.WHOLE_PROJECT, remoteName(choice), null)),
                    true,
                    null,
                    null,
                    null);
            maker.make(
                    link,
                    organizationKey(connection),
                    choice.linkTo() == null ? "project.imported" : "project.linked",
                    now,
                    user);
            made.add(link);
        }
        return made;
    }

    private ProjectId create(ImportChoice choice, Instant now, String user) {
        ProjectId id = new ProjectId(UUID.randomUUID());
        projects.insert(
                new Project(id, ProjectNames.tidy(choice.name()), "", null, null, ScheduleSource.LINKED, now, 0),
                true,
                user);
        return id;
    }

    private static String remoteName(ImportChoice choice) {
        return ElementNames.storable(choice.remoteName(), ProjectNames.MAX_LENGTH);
    }
}
