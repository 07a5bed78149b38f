package tallyfold.portfolio.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tallyfold.connection.ConnectionId;
import tallyfold.portfolio.ProjectNavigation;
import tallyfold.portfolio.ui.source.RunNews;
import tallyfold.project.PortfolioService;
import tallyfold.project.Project;
import tallyfold.project.ProjectService;
import tallyfold.security.CurrentUser;
import tallyfold.security.Role;
import tallyfold.sync.SyncRun;
import tallyfold.sync.SyncService;
import tallyfold.sync.SyncTrigger;
import tallyfold.uikit.EmptyState;
import tallyfold.uikit.Note;
import tallyfold.uikit.Notifications;
import tallyfold.uikit.PageHeader;
import tallyfold.uikit.StatusWord.Tone;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;
import tallyfold.workitem.WorkItemService;

/** The page "Projects". */
@Route(ProjectNavigation.PROJECTS)
@RouteAlias("")
@PageTitle("Projects")
@RolesAllowed(Role.VIEWER_ROLE)
class ProjectsView extends Div implements AfterNavigationObserver {

    private final transient ProjectRows rows;
    private final transient SyncService syncs;
    private final transient ImportLauncher launcher;
    private final transient Clock clock;
    private final boolean manages;
    private final PageHeader header;
    private final Div going = new Div();
    private final ProjectsToolbar toolbar = new ProjectsToolbar(ProjectsPage::open);
    private final Div body = new Div();

    ProjectsView(
            ProjectService projects,
            PortfolioService portfolios,
            WorkItemService items,
            SyncService syncs,
            ImportLauncher launcher,
            CurrentUser user,
            Clock clock) {
        rows = new ProjectRows(projects, items, syncs);
        this.syncs = syncs;
        this.launcher = launcher;
        this.clock = clock;
        manages = user.is(Role.PROJECT_MANAGER);
        header = new PageHeader(
                Texts.of("portfolio.title"),
                "",
                manages ? new Component[] {newButton(projects, portfolios), importButton()} : new Component[0]);
        addClassName("tf-page");
        going.getElement().setAttribute("aria-live", "polite");
        add(header, going, toolbar, body);
        RunNews.follow(this, syncs, this::heard);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        toolbar.show(
                query.getSingleParameter("view").equals(Optional.of("table")) ? ProjectsPage.TABLE : ProjectsPage.CARDS,
                query.getSingleParameter("filter").orElse("").replace("\0", ""));
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
        showGoing();
        if (runs.values().stream().anyMatch(run -> run.status().finished())) {
            showProjects();
        }
    }

    private void show() {
        showGoing();
        showProjects();
    }

    private void showProjects() {
        String filter = toolbar.filter();
        int all = rows.count("");
        int found = filter.isEmpty() ? all : rows.count(filter);
        header.setSentence(all == 0 ? "" : Texts.of("portfolio.sentence", all));
        toolbar.showHits(found, all, false);
        body.removeAll();
        body.add(all == 0 ? empty() : found == 0 ? nothingFound(filter) : list(filter));
    }

    private Component list(String filter) {
        return toolbar.page() == ProjectsPage.TABLE
                ? new ProjectTable(rows, filter, clock)
                : new ProjectCards(rows, filter, clock);
    }

    private void showGoing() {
        long first = syncs.unfinished().stream()
                .filter(run -> run.trigger() == SyncTrigger.FIRST)
                .count();
        going.removeAll();
        if (first > 0) {
            Note note = new Note(Tone.INFO, Texts.of("portfolio.importing", first));
            if (manages) {
                Button show = new Button(Texts.of("portfolio.importing.show"), _ -> openImport());
                show.addThemeVariants(ButtonVariant.TERTIARY);
                note.add(show);
            }
            going.add(note);
        }
    }

    private Component empty() {
        return manages
                ? new EmptyState(
                        Symbol.PROJECTS,
                        Texts.of("portfolio.empty.title"),
                        Texts.of("portfolio.empty.text"),
                        new Button(Texts.of("portfolio.import"), Symbol.IMPORT.icon(), _ -> openImport()))
                : new EmptyState(
                        Symbol.PROJECTS, Texts.of("portfolio.empty.title"), Texts.of("portfolio.empty.viewer"));
    }

    private Component nothingFound(String filter) {
        return new EmptyState(
                Symbol.SEARCH,
                Texts.of("portfolio.none-found.title", filter),
                Texts.of("portfolio.none-found.text"),
                new Button(
                        Texts.of("portfolio.none-found.clear"),
                        _ -> toolbar.page().open("")));
    }

    private Button importButton() {
        Button button = new Button(Texts.of("portfolio.import"), Symbol.IMPORT.icon(), _ -> openImport());
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }

    private static Button newButton(ProjectService projects, PortfolioService portfolios) {
        return new Button(
                Texts.of("portfolio.new"),
                Symbol.ADD.icon(),
                _ -> new NewProjectDialog(
                                projects::create, new PortfolioField(portfolios.tree(), null), ProjectsView::created)
                        .open());
    }

    private static void created(Project project, boolean connect) {
        Notifications.success(Texts.of("portfolio.new.done", project.name()));
        UI.getCurrentOrThrow()
                .navigate(
                        ProjectView.class,
                        ProjectAddress.parameters(project.id(), ProjectAddress.SUMMARY),
                        connect ? QueryParameters.of(ProjectNavigation.CONNECT, "") : QueryParameters.empty());
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
