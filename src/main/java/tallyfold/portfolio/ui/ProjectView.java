package tallyfold.portfolio.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tallyfold.portfolio.ProjectNavigation;
import tallyfold.portfolio.ui.linking.LinkingLauncher;
import tallyfold.portfolio.ui.source.RunNews;
import tallyfold.portfolio.ui.standing.StandingParts;
import tallyfold.project.Link;
import tallyfold.project.PortfolioService;
import tallyfold.project.PortfolioTree;
import tallyfold.project.Project;
import tallyfold.project.ProjectId;
import tallyfold.project.ProjectService;
import tallyfold.security.CurrentUser;
import tallyfold.security.Role;
import tallyfold.sync.RunHistoryService;
import tallyfold.sync.SyncRun;
import tallyfold.sync.SyncService;
import tallyfold.uikit.Notifications;
import tallyfold.uikit.Texts;
import tallyfold.workitem.MappedFieldService;
import tallyfold.workitem.WorkItemService;
import tallyfold.workitem.ui.WorkItemAddress;
import tallyfold.workitem.ui.WorkItemDetailsLauncher;

/** The page of one project. */
@Route(ProjectNavigation.PROJECTS + "/:project/:tab?(summary|iterations|team|schedule|work-items|history|settings)")
@RolesAllowed(Role.VIEWER_ROLE)
class ProjectView extends Div implements BeforeEnterObserver, AfterNavigationObserver, HasDynamicTitle {

    private final transient ProjectService projects;
    private final transient WorkItemService items;
    private final transient FigureTabs figures;
    private final transient SyncService syncs;
    private final transient LinkingLauncher linking;
    private final transient PortfolioService portfolios;
    private final transient Clock clock;
    private final boolean manages;
    private final ProjectTabs tabs = new ProjectTabs(chosen -> go(chosen, WorkItemAddress.START));
    private final Div head = new Div();
    private final ProjectBody body;
    private transient @Nullable Project project;
    private transient @Nullable ProjectHead projectHead;
    private transient QueryParameters query = QueryParameters.empty();
    private String tab = ProjectAddress.SUMMARY;

    ProjectView(
            ProjectService projects,
            PortfolioService portfolios,
            WorkItemService items,
            FigureTabs figures,
            SyncService syncs,
            RunHistoryService runs,
            LinkingLauncher linking,
            StandingParts standing,
            WorkItemDetailsLauncher details,
            MappedFieldService mapped,
            CurrentUser user,
            Clock clock) {
        this.projects = projects;
        this.portfolios = portfolios;
        this.items = items;
        this.figures = figures;
        this.syncs = syncs;
        this.linking = linking;
        this.clock = clock;
        manages = user.is(Role.PROJECT_MANAGER);
        addClassName("tf-page");
        body = new ProjectBody(
                standing,
                items,
                figures,
                syncs,
                runs,
                clock,
                details,
                mapped,
                next -> go(ProjectAddress.WORK_ITEMS, next));
        add(head, tabs, body);
        RunNews.follow(this, syncs, this::heard);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        ProjectId id = ProjectAddress.project(event.getRouteParameters());
        if (project == null || !project.id().equals(id)) {
            body.forget();
        }
        Project found = projects.find(id).orElseThrow(NotFoundException::new);
        tab = event.getRouteParameters().get("tab").orElse(ProjectAddress.SUMMARY);
        query = event.getLocation().getQueryParameters();
        show(found);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        if (event.getLocation().getQueryParameters().getParameters().containsKey(ProjectNavigation.CONNECT)) {
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
        if (!body.heard(own)
                && !tab.equals(ProjectAddress.SETTINGS)
                && own.stream().anyMatch(run -> run.status().finished())) {
            projects.find(id).ifPresent(this::show);
            return;
        }
        if (!own.isEmpty()) {
            ask();
        }
    }

    private void show(Project shown) {
        project = shown;
        List<Link> links = projects.links(shown.id());
        @Nullable SyncRun run = syncs.latest(shown.id()).orElse(null);
        ProjectBody.Shown all = new ProjectBody.Shown(shown, figures.of(shown.id()), links, run);
        boolean inSync = links.stream().anyMatch(link -> link.detached() == null);
        @Nullable Runnable connect = manages ? this::connect : null;
        projectHead = new ProjectHead(
                shown,
                all.dates(),
                links,
                items.today(),
                clock,
                manages && inSync ? () -> syncNow(shown.id()) : null,
                manages && inSync ? () -> cancel(links) : null,
                connect);
        projectHead.show(run);
        head.removeAll();
        PortfolioTree tree = portfolios.tree();
        tree.of(shown.id()).ifPresent(one -> head.add(new PortfolioWay(tree.path(one.id()))));
        head.add(projectHead);
        tabs.show(tab, all.items());
        body.show(tab, all, query, connect, this::show);
        if (tab.equals(ProjectAddress.SETTINGS)) {
            body.add(new ProjectPortfolioCard(shown.id(), portfolios, manages ? () -> show(shown) : null));
        }
    }

    private void cancel(List<Link> links) {
        Notifications.success(Texts.of(
                "portfolio.cancelled", syncs.cancel(links.stream().map(Link::id).toList())));
        ask();
    }

    private void ask() {
        if (project != null && projectHead != null) {
            projectHead.show(syncs.latest(project.id()).orElse(null));
        }
    }

    private void syncNow(ProjectId id) {
        syncs.syncNow(id);
        ask();
    }

    private void connect() {
        Project shown = project;
        if (manages && shown != null) {
            linking.open(shown.id(), () -> projects.find(shown.id()).ifPresent(this::show));
        }
    }

    private void go(String newTab, WorkItemAddress newAddress) {
        if (project != null) {
            UI.getCurrentOrThrow()
                    .navigate(
                            ProjectView.class,
                            ProjectAddress.parameters(project.id(), newTab),
                            newAddress.parameters());
        }
    }
}
