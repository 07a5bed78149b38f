package tallyfold.portfolio.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tallyfold.connection.ConnectionId;
import tallyfold.portfolio.FavouriteService;
import tallyfold.portfolio.ProjectNavigation;
import tallyfold.portfolio.SavedViewService;
import tallyfold.portfolio.ui.source.RunNews;
import tallyfold.project.PortfolioService;
import tallyfold.project.ProjectService;
import tallyfold.security.CurrentUser;
import tallyfold.security.Role;
import tallyfold.sync.SyncRun;
import tallyfold.sync.SyncService;
import tallyfold.uikit.PageHeader;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;

/** The page "Projects". */
@Route(ProjectNavigation.PROJECTS)
@RouteAlias("")
@PageTitle("Projects")
@RolesAllowed(Role.VIEWER_ROLE)
class ProjectsView extends Div implements AfterNavigationObserver {

    /** Between two drawings of the list while runs end one after the other. */
    private static final Duration PAUSE = Duration.ofSeconds(3);

    private final transient ProjectRows rows;
    private final transient SyncService syncs;
    private final transient ImportLauncher launcher;
    private final transient Clock clock;
    private final boolean manages;
    private final PageHeader header;
    private final ImportsGoing going;
    private final transient FavouriteService favourites;
    private final ProjectsRefinement refinement =
            new ProjectsRefinement(wish -> wish.apply(this.address).open());
    private final ProjectsToolbar toolbar;
    private final SavedViewsMenu views;
    private final Div body = new Div();
    private transient ProjectsAddress address = ProjectsAddress.of(QueryParameters.empty());
    private Instant shownAt = Instant.EPOCH;
    private boolean outdated;

    ProjectsView(
            ProjectRows rows,
            ProjectService projects,
            PortfolioService portfolios,
            FavouriteService favourites,
            SavedViewService savedViews,
            SyncService syncs,
            ImportLauncher launcher,
            CurrentUser user,
            Clock clock) {
        this.rows = rows;
        this.favourites = favourites;
        this.syncs = syncs;
        this.launcher = launcher;
        this.clock = clock;
        manages = user.is(Role.PROJECT_MANAGER);
        header = new PageHeader(
                Texts.of("portfolio.title"),
                "",
                manages
                        ? new Component[] {new NewProjectButton(projects, portfolios), importButton()}
                        : new Component[0]);
        going = new ImportsGoing(manages ? this::openImport : null);
        views = new SavedViewsMenu(savedViews, user.is(Role.ADMINISTRATOR), () -> address.parameters());
        List<Component> parts = new ArrayList<>(List.of(refinement.parts()));
        parts.addFirst(views);
        toolbar = new ProjectsToolbar(
                (page, filter) -> address.withPage(page, filter).open(), parts.toArray(Component[]::new));
        addClassName("tf-page");
        add(header, going, toolbar, body);
        RunNews.follow(this, syncs, this::heard);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        address = ProjectsAddress.of(query);
        toolbar.show(address.page(), address.text());
        views.show();
        show();
        if (manages && query.getParameters().containsKey(ProjectNavigation.IMPORT)) {
            launcher.open(
                    query.getSingleParameter(ProjectNavigation.IMPORT)
                            .flatMap(ProjectsView::connection)
                            .orElse(null),
                    this::show);
        }
    }

    private void heard(Map<?, SyncRun> runs) {
        List<SyncRun> unfinished = syncs.unfinished();
        going.show(unfinished);
        outdated |= runs.values().stream().anyMatch(run -> run.status().finished());
        // An import of hundreds ends runs faster than anybody can read, and this draws all projects anew.
        boolean due = unfinished.isEmpty() || !clock.instant().isBefore(shownAt.plus(PAUSE));
        if (outdated && due) {
            showProjects();
        }
    }

    private void show() {
        showGoing();
        showProjects();
    }

    private void showProjects() {
        outdated = false;
        shownAt = clock.instant();
        ProjectRows.All all = rows.read();
        List<ProjectRow> shown = ProjectsFilter.shown(all, address);
        header.setSentence(sentence(all.rows()));
        refinement.show(address, all.tree());
        toolbar.showHits(shown.size(), all.rows().size(), address.narrows());
        body.removeAll();
        if (all.rows().isEmpty()) {
            body.add(ProjectsNothing.yet(manages ? this::openImport : null));
        } else {
            body.add(shown.isEmpty() ? ProjectsNothing.found(address) : list(shown));
        }
    }

    /** "24 projects in 7 organizations · 17 active · 41 late items". */
    private static String sentence(List<ProjectRow> rows) {
        if (rows.isEmpty()) {
            return "";
        }
        long organizations = rows.stream()
                .flatMap(row -> row.organizations().stream())
                .distinct()
                .count();
        long active =
                rows.stream().filter(row -> row.project().status().active()).count();
        long late = rows.stream().mapToLong(row -> row.figures().late()).sum();
        return Texts.of("portfolios.projects.sentence", rows.size(), organizations, active, late);
    }

    private Component list(List<ProjectRow> shown) {
        return address.page() == ProjectsPage.TABLE
                ? new ProjectTable(shown, address, clock, favourites::mark, this::sorted)
                : new ProjectCards(shown, clock, favourites::mark);
    }

    /** The order goes into the address; the table has it already and stays as it is. */
    private void sorted(String sort) {
        address = address.withSort(sort);
        UI.getCurrentOrThrow()
                .getPage()
                .getHistory()
                .replaceState(null, new Location(ProjectNavigation.PROJECTS, address.parameters()));
        views.show();
    }

    private void showGoing() {
        going.show(syncs.unfinished());
    }

    private Button importButton() {
        Button button = new Button(Texts.of("portfolio.import"), Symbol.IMPORT.icon(), _ -> openImport());
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }

    private void openImport() {
        launcher.open(null, this::show);
    }

    private static Optional<ConnectionId> connection(String text) {
        try {
            return Optional.of(new ConnectionId(UUID.fromString(text)));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
