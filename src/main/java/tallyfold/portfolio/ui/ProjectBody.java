package tallyfold.portfolio.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.QueryParameters;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tallyfold.portfolio.Standing;
import tallyfold.portfolio.ui.standing.SettingsPanel;
import tallyfold.portfolio.ui.standing.StandingParts;
import tallyfold.progress.ProjectFigures;
import tallyfold.project.Link;
import tallyfold.project.Project;
import tallyfold.sync.RunHistoryService;
import tallyfold.sync.SyncRun;
import tallyfold.sync.SyncService;
import tallyfold.workitem.MappedFieldService;
import tallyfold.workitem.WorkItemService;
import tallyfold.workitem.ui.WorkItemAddress;
import tallyfold.workitem.ui.WorkItemDetailsLauncher;
import tallyfold.workitem.ui.WorkItemsPanel;

/** What stands below the tabs of a project. */
final class ProjectBody extends Div {

    /** What the page knows of the project it shows. */
    record Shown(
            Project project,
            ProjectFigures figures,
            List<Link> links,
            @Nullable SyncRun run) {

        ProjectDates dates() {
            return ProjectDates.of(
                    project, figures.schedule().start(), figures.schedule().due());
        }

        /** Work items of every type, removed ones too. */
        long items() {
            return figures.all().values().stream().mapToLong(Long::longValue).sum();
        }
    }

    private final transient StandingParts standing;
    private final transient WorkItemService items;
    private final transient FigureTabs figures;
    private final transient SyncService syncs;
    private final transient RunHistoryService runs;
    private final transient Clock clock;
    private final transient WorkItemDetailsLauncher details;
    private final transient MappedFieldService mapped;
    private final transient Consumer<WorkItemAddress> look;
    private transient @Nullable WorkItemsPanel panel;
    private transient @Nullable RunHistoryPanel history;

    /** @param look called with the next thing to look for among the work items */
    ProjectBody(
            StandingParts standing,
            WorkItemService items,
            FigureTabs figures,
            SyncService syncs,
            RunHistoryService runs,
            Clock clock,
            WorkItemDetailsLauncher details,
            MappedFieldService mapped,
            Consumer<WorkItemAddress> look) {
        this.standing = standing;
        this.items = items;
        this.figures = figures;
        this.syncs = syncs;
        this.runs = runs;
        this.clock = clock;
        this.details = details;
        this.mapped = mapped;
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
                    case ProjectAddress.SETTINGS -> settings(shown, connect, changed);
                    default -> summary(shown, connect, changed);
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

    private Div history(Shown shown) {
        RunHistoryPanel made = new RunHistoryPanel(runs, syncs, shown.project().id(), shown.links());
        history = made;
        Div both = new Div(made, standing.history(shown.project().id()));
        both.addClassName("tf-project-history");
        return both;
    }

    private SummaryPanel summary(Shown shown, @Nullable Runnable connect, Consumer<Project> changed) {
        ProjectDates dates = shown.dates();
        Standing stands = standing.of(shown.project(), dates.start(), dates.finish());
        return figures.summary(
                shown,
                clock,
                stands.keyDates().stream()
                        .map(date -> new TimelineCard.KeyDay(date.name(), date.day(), date.done()))
                        .toList(),
                List.of(standing.column(shown.project(), stands, changed)),
                connect);
    }

    private SettingsPanel settings(Shown shown, @Nullable Runnable connect, Consumer<Project> changed) {
        SettingsPanel all = standing.settings(
                shown.project(),
                shown.links(),
                shown.items(),
                connect,
                changed,
                () -> UI.getCurrentOrThrow().navigate(ProjectsView.class));
        if (connect != null && !shown.links().isEmpty()) {
            // What ends the project stays last.
            all.addComponentAtIndex(all.getComponentCount() - 1, figures.rules(shown.links()));
        }
        return all;
    }

    private void showItems(Project project, WorkItemAddress address) {
        if (panel == null) {
            panel = new WorkItemsPanel(items, project.id(), details, mapped, look);
        }
        if (!panel.getParent().filter(this::equals).isPresent()) {
            removeAll();
            add(panel);
        }
        panel.show(address);
    }
}
