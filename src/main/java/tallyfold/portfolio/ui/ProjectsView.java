package tallyfold.portfolio.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tallyfold.connection.ConnectionId;
import tallyfold.portfolio.ProjectNavigation;
import tallyfold.portfolio.ui.source.RunNews;
import tallyfold.project.ProjectService;
import tallyfold.security.CurrentUser;
import tallyfold.security.Role;
import tallyfold.sync.SyncRun;
import tallyfold.sync.SyncService;
import tallyfold.sync.SyncTrigger;
import tallyfold.uikit.EmptyState;
import tallyfold.uikit.Note;
import tallyfold.uikit.PageHeader;
import tallyfold.uikit.StatusWord.Tone;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;
import tallyfold.uikit.ViewTabs;
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
    private final boolean mayImport;
    private final PageHeader header;
    private final Div going = new Div();
    private final Tab cardsTab = new Tab(Symbol.CARDS.icon(), new Span(Texts.of("portfolio.cards")));
    private final Tab tableTab = new Tab(Symbol.TABLE.icon(), new Span(Texts.of("portfolio.table")));
    private final Tabs views = new ViewTabs(cardsTab, tableTab);
    private final TextField filter = new TextField();
    private final Span hits = new Span();
    private final Div toolbar = new Div(views, filter, hits);
    private final Div body = new Div();
    private boolean table;

    ProjectsView(
            ProjectService projects,
            WorkItemService items,
            SyncService syncs,
            ImportLauncher launcher,
            CurrentUser user,
            Clock clock) {
        rows = new ProjectRows(projects, items, syncs);
        this.syncs = syncs;
        this.launcher = launcher;
        this.clock = clock;
        mayImport = user.is(Role.PROJECT_MANAGER);
        header = new PageHeader(
                Texts.of("portfolio.title"), "", mayImport ? new Component[] {importButton()} : new Component[0]);
        addClassName("tf-page");
        going.getElement().setAttribute("aria-live", "polite");
        toolbar.addClassName("tf-toolbar");
        hits.addClassName("tf-project-hits");
        hits.getElement().setAttribute("aria-live", "polite");
        views.getElement().setAttribute("aria-label", Texts.of("portfolio.view"));
        views.addSelectedChangeListener(event -> {
            if (event.isFromClient()) {
                go(tableTab.equals(event.getSelectedTab()), filter.getValue());
            }
        });
        filter.setPlaceholder(Texts.of("portfolio.filter"));
        filter.setAriaLabel(Texts.of("portfolio.filter"));
        filter.setPrefixComponent(Symbol.SEARCH.icon());
        filter.setClearButtonVisible(true);
        filter.setMaxLength(256);
        filter.setValueChangeMode(ValueChangeMode.LAZY);
        filter.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                go(table, event.getValue());
            }
        });
        add(header, going, toolbar, body);
        RunNews.follow(this, syncs, this::heard);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        table = query.getSingleParameter("view").equals(Optional.of("table"));
        views.setSelectedTab(table ? tableTab : cardsTab);
        filter.setValue(query.getSingleParameter("filter").orElse("").replace("\0", ""));
        show();
        if (mayImport && query.getParameters().containsKey(ProjectNavigation.IMPORT)) {
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
        int all = rows.count("");
        int found = filter.isEmpty() ? all : rows.count(filter.getValue());
        toolbar.setVisible(all > 0);
        header.setSentence(all == 0 ? "" : Texts.of("portfolio.sentence", all));
        hits.setText(filter.isEmpty() ? "" : Texts.of("portfolio.hits", found, all));
        body.removeAll();
        body.add(all == 0 ? empty() : found == 0 ? nothingFound() : list());
    }

    private Component list() {
        return table
                ? new ProjectTable(rows, filter.getValue(), clock)
                : new ProjectCards(rows, filter.getValue(), clock);
    }

    private void showGoing() {
        long first = syncs.unfinished().stream()
                .filter(run -> run.trigger() == SyncTrigger.FIRST)
                .count();
        going.removeAll();
        if (first > 0) {
            Note note = new Note(Tone.INFO, Texts.of("portfolio.importing", first));
            if (mayImport) {
                Button show = new Button(Texts.of("portfolio.importing.show"), _ -> launcher.open(null, this::show));
                show.addThemeVariants(ButtonVariant.TERTIARY);
                note.add(show);
            }
            going.add(note);
        }
    }

    private Component empty() {
        return mayImport
                ? new EmptyState(
                        Symbol.PROJECTS,
                        Texts.of("portfolio.empty.title"),
                        Texts.of("portfolio.empty.text"),
                        new Button(Texts.of("portfolio.import"), Symbol.IMPORT.icon(), _ -> openImport()))
                : new EmptyState(
                        Symbol.PROJECTS, Texts.of("portfolio.empty.title"), Texts.of("portfolio.empty.viewer"));
    }

    private Component nothingFound() {
        return new EmptyState(
                Symbol.SEARCH,
                Texts.of("portfolio.none-found.title", filter.getValue()),
                Texts.of("portfolio.none-found.text"),
                new Button(Texts.of("portfolio.none-found.clear"), _ -> go(table, "")));
    }

    private Button importButton() {
        Button button = new Button(Texts.of("portfolio.import"), Symbol.IMPORT.icon(), _ -> openImport());
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }

    private void openImport() {
        launcher.open(null, this::show);
    }

    private void go(boolean newTable, String newFilter) {
        Map<String, String> query = new HashMap<>();
        if (newTable) {
            query.put("view", "table");
        }
        if (!newFilter.isBlank()) {
            query.put("filter", newFilter);
        }
        UI.getCurrentOrThrow().navigate(ProjectNavigation.PROJECTS, QueryParameters.simple(query));
    }

    private static Optional<ConnectionId> connection(String text) {
        try {
            return Optional.of(new ConnectionId(UUID.fromString(text)));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
