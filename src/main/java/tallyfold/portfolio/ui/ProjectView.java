package tallyfold.portfolio.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tallyfold.portfolio.ProjectNavigation;
import tallyfold.portfolio.ui.linking.LinkingLauncher;
import tallyfold.portfolio.ui.source.RunNews;
import tallyfold.project.Link;
import tallyfold.project.Project;
import tallyfold.project.ProjectId;
import tallyfold.project.ProjectService;
import tallyfold.security.CurrentUser;
import tallyfold.security.Role;
import tallyfold.sync.SyncRun;
import tallyfold.sync.SyncService;
import tallyfold.uikit.Texts;
import tallyfold.uikit.ViewTabs;
import tallyfold.workitem.WorkItemService;
import tallyfold.workitem.WorkItemSummary;
import tallyfold.workitem.ui.WorkItemAddress;
import tallyfold.workitem.ui.WorkItemsPanel;

/** The page of one project. */
@Route(ProjectNavigation.PROJECTS + "/:project/:tab?(summary|work-items)")
@RolesAllowed(Role.VIEWER_ROLE)
class ProjectView extends Div implements BeforeEnterObserver, AfterNavigationObserver, HasDynamicTitle {

    private static final String SUMMARY = "summary";
    private static final String WORK_ITEMS = "work-items";

    private final transient ProjectService projects;
    private final transient WorkItemService items;
    private final transient SyncService syncs;
    private final transient LinkingLauncher linking;
    private final transient Clock clock;
    private final boolean manages;
    private final Tab summaryTab = new Tab(Texts.of("portfolio.tab.summary"));
    private final Span itemCount = new Span();
    private final Tab itemsTab = new Tab(new Span(Texts.of("portfolio.tab.work-items")), itemCount);
    private final Tabs tabs = new ViewTabs(summaryTab, itemsTab);
    private final Div head = new Div();
    private final Div body = new Div();
    private transient @Nullable Project project;
    private transient @Nullable ProjectHead projectHead;
    private transient @Nullable WorkItemsPanel panel;
    private transient WorkItemAddress address = WorkItemAddress.START;
    private String tab = SUMMARY;

    ProjectView(
            ProjectService projects,
            WorkItemService items,
            SyncService syncs,
            LinkingLauncher linking,
            CurrentUser user,
            Clock clock) {
        this.projects = projects;
        this.items = items;
        this.syncs = syncs;
        this.linking = linking;
        this.clock = clock;
        manages = user.is(Role.PROJECT_MANAGER);
        addClassName("tf-page");
        itemCount.addClassName("tf-tab-count");
        tabs.getElement().setAttribute("aria-label", Texts.of("portfolio.tabs"));
        tabs.addSelectedChangeListener(event -> {
            if (event.isFromClient()) {
                go(itemsTab.equals(event.getSelectedTab()) ? WORK_ITEMS : SUMMARY, WorkItemAddress.START);
            }
        });
        body.addClassName("tf-project-body");
        add(head, tabs, body);
        RunNews.follow(this, syncs, this::heard);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        ProjectId id =
                event.getRouteParameters().get("project").map(ProjectView::id).orElseThrow(NotFoundException::new);
        if (project == null || !project.id().equals(id)) {
            panel = null;
        }
        project = projects.find(id).orElseThrow(NotFoundException::new);
        tab = event.getRouteParameters().get("tab").orElse(SUMMARY);
        address = WorkItemAddress.of(event.getLocation().getQueryParameters());
        show(project);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        if (manages
                && event.getLocation().getQueryParameters().getParameters().containsKey(ProjectNavigation.CONNECT)) {
            connect();
        }
    }

    @Override
    public String getPageTitle() {
        return project == null ? "" : project.name();
    }

    private void heard(Map<?, SyncRun> runs) {
        if (project == null || projectHead == null) {
            return;
        }
        ProjectId id = project.id();
        List<SyncRun> own =
                runs.values().stream().filter(run -> run.project().equals(id)).toList();
        if (own.stream().anyMatch(run -> run.status().finished())) {
            show(project);
        } else if (!own.isEmpty()) {
            projectHead.show(own.getLast());
        }
    }

    private void show(Project shown) {
        WorkItemSummary summary = items.summary(shown.id());
        List<Link> links = projects.links(shown.id());
        @Nullable SyncRun run = syncs.latest(shown.id()).orElse(null);
        Runnable syncNow = () -> {
            syncs.syncNow(shown.id());
            syncs.latest(shown.id()).ifPresent(this::showRun);
        };
        projectHead = new ProjectHead(
                shown,
                ProjectDates.of(shown, summary),
                links,
                items.today(),
                clock,
                manages && links.stream().anyMatch(link -> link.detached() == null) ? syncNow : null,
                manages ? this::connect : null);
        projectHead.show(run);
        head.removeAll();
        head.add(projectHead);
        itemCount.setText(Texts.of("portfolio.count", summary.all().sum()));
        tabs.setSelectedTab(tab.equals(WORK_ITEMS) ? itemsTab : summaryTab);
        if (tab.equals(WORK_ITEMS)) {
            showItems(shown.id());
        } else {
            body.removeAll();
            body.add(new SummaryPanel(shown, summary, links, run, items, clock));
        }
    }

    private void connect() {
        Project shown = project;
        if (shown != null) {
            linking.open(shown.id(), () -> projects.find(shown.id()).ifPresent(this::show));
        }
    }

    private void showItems(ProjectId id) {
        if (panel == null) {
            panel = new WorkItemsPanel(items, id, next -> go(WORK_ITEMS, next));
        }
        if (!panel.getParent().filter(body::equals).isPresent()) {
            body.removeAll();
            body.add(panel);
        }
        panel.show(address);
    }

    private void showRun(SyncRun run) {
        if (projectHead != null) {
            projectHead.show(run);
        }
    }

    private void go(String newTab, WorkItemAddress newAddress) {
        if (project != null) {
            UI.getCurrentOrThrow()
                    .navigate(ProjectView.class, parameters(project.id(), newTab), newAddress.parameters());
        }
    }

    /** A link to the page of a project with its name. */
    static RouterLink link(Project project) {
        return new RouterLink(project.name(), ProjectView.class, parameters(project.id(), SUMMARY));
    }

    /** A link to the late items of a project. */
    static RouterLink lateItems(String text, ProjectId project) {
        RouterLink link = new RouterLink(text, ProjectView.class, parameters(project, WORK_ITEMS));
        QueryParameters query = WorkItemAddress.late().parameters();
        link.setQueryParameters(query);
        return link;
    }

    private static RouteParameters parameters(ProjectId project, String tab) {
        return new RouteParameters(new RouteParam("project", project.value().toString()), new RouteParam("tab", tab));
    }

    private static ProjectId id(String text) {
        try {
            return new ProjectId(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            throw new NotFoundException();
        }
    }
}
