package tallyfold.portfolio.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tallyfold.portfolio.ui.standing.SettingsPanel;
import tallyfold.portfolio.ui.standing.StandingParts;
import tallyfold.project.Link;
import tallyfold.project.Project;
import tallyfold.sync.RunHistoryService;
import tallyfold.sync.SyncRun;
import tallyfold.sync.SyncService;
import tallyfold.workitem.PeopleService;
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

    private final transient StandingParts standing;
    private final transient WorkItemService items;
    private final transient PeopleService people;
    private final transient SyncService syncs;
    private final transient RunHistoryService runs;
    private final transient Clock clock;
    private final transient Consumer<WorkItemAddress> look;
    private transient @Nullable WorkItemsPanel panel;
    private transient @Nullable RunHistoryPanel history;

    /** @param look called with the next thing to look for among the work items */
    ProjectBody(
            StandingParts standing,
            WorkItemService items,
            PeopleService people,
            SyncService syncs,
            RunHistoryService runs,
            Clock clock,
            Consumer<WorkItemAddress> look) {
        this.standing = standing;
        this.items = items;
        this.people = people;
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
     * @param connect opens the window of connections; null for people who may not change the project
     * @param changed called with the project after a change of its settings
     */
    void show(String tab, Shown shown, WorkItemAddress address, @Nullable Runnable connect, Consumer<Project> changed) {
        history = null;
        if (tab.equals(ProjectAddress.WORK_ITEMS)) {
            showItems(shown.project(), address);
            return;
        }
        removeAll();
        add(
                switch (tab) {
                    case ProjectAddress.TEAM ->
                        new TeamPanel(people.people(shown.project().id()));
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

    private Div summary(Shown shown, @Nullable Runnable connect, Consumer<Project> changed) {
        ProjectDates dates = ProjectDates.of(shown.project(), shown.summary());
        Div both = new Div(
                new SummaryPanel(shown.project(), shown.summary(), shown.links(), shown.run(), items, clock, connect),
                standing.column(shown.project(), dates.start(), dates.finish(), changed));
        both.addClassName("tf-project-summary");
        return both;
    }

    private SettingsPanel settings(Shown shown, @Nullable Runnable connect, Consumer<Project> changed) {
        return standing.settings(
                shown.project(),
                shown.links(),
                shown.summary().all().sum(),
                connect,
                changed,
                () -> UI.getCurrentOrThrow().navigate(ProjectsView.class));
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
