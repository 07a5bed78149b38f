package tallyfold.portfolio.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.QueryParameters;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tallyfold.project.Link;
import tallyfold.project.Project;
import tallyfold.project.ProjectService;
import tallyfold.sync.RunHistoryService;
import tallyfold.sync.SyncRun;
import tallyfold.sync.SyncService;
import tallyfold.workitem.WorkItemService;
import tallyfold.workitem.WorkItemSummary;
import tallyfold.workitem.ui.WorkItemAddress;
import tallyfold.workitem.ui.WorkItemsPanel;

/** What stands below the tabs of a project. */
final class ProjectBody extends Div {

    /** What the page knows of the project it shows. */
    record Shown(
            Project project,
            WorkItemSummary summary,
            List<Link> links,
            @Nullable SyncRun run) {}

    private final transient ProjectService projects;
    private final transient WorkItemService items;
    private final transient FigureTabs figures;
    private final transient SyncService syncs;
    private final transient RunHistoryService runs;
    private final transient Clock clock;
    private final transient Consumer<WorkItemAddress> look;
    private transient @Nullable WorkItemsPanel panel;
    private transient @Nullable RunHistoryPanel history;

    /** @param look called with the next thing to look for among the work items */
    ProjectBody(
            ProjectService projects,
            WorkItemService items,
            FigureTabs figures,
            SyncService syncs,
            RunHistoryService runs,
            Clock clock,
            Consumer<WorkItemAddress> look) {
        this.projects = projects;
        this.items = items;
        this.figures = figures;
        this.syncs = syncs;
        this.runs = runs;
        this.clock = clock;
        this.look = look;
        addClassName("tf-project-body");
    }

    /** The next project is another one. */
    void forget() {
        panel = null;
    }

    /**
     * Shows a tab.
     *
     * @param query what the address says of it
     * @param connect opens the window of connections; null for people who may not change the project
     * @param changed called with the project after a change of its settings
     */
    void show(String tab, Shown shown, QueryParameters query, @Nullable Runnable connect, Consumer<Project> changed) {
        history = null;
        if (tab.equals(ProjectAddress.WORK_ITEMS)) {
            showItems(shown.project(), WorkItemAddress.of(query));
            return;
        }
        removeAll();
        add(
                switch (tab) {
                    case ProjectAddress.ITERATIONS -> figures.iterations(shown, query);
                    case ProjectAddress.TEAM -> figures.team(shown);
                    case ProjectAddress.SCHEDULE -> figures.schedule(shown);
                    case ProjectAddress.HISTORY -> history(shown);
                    case ProjectAddress.SETTINGS -> settings(shown, connect != null, changed);
                    default -> figures.summary(shown, clock, List.of(), List.of(), connect);
                });
    }

    /** Hands runs to the history; false when it is not shown. */
    boolean heard(List<SyncRun> news) {
        RunHistoryPanel shown = history;
        if (shown != null) {
            news.forEach(shown::heard);
        }
        return shown != null;
    }

    private RunHistoryPanel history(Shown shown) {
        RunHistoryPanel made = new RunHistoryPanel(runs, syncs, shown.project().id(), shown.links());
        history = made;
        return made;
    }

    private Div settings(Shown shown, boolean manages, Consumer<Project> changed) {
        Project project = shown.project();
        Div all = new Div(new ProjectSettingsPanel(
                project,
                manages ? status -> projects.changeStatus(project.id(), status, project.version()) : null,
                changed));
        if (manages && !shown.links().isEmpty()) {
            all.add(figures.rules(shown.links()));
        }
        return all;
    }

    private void showItems(Project project, WorkItemAddress address) {
        if (panel == null) {
            panel = new WorkItemsPanel(items, project.id(), look);
        }
        if (!panel.getParent().filter(this::equals).isPresent()) {
            removeAll();
            add(panel);
        }
        panel.show(address);
    }
}
