package tallyfold.portfolio.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tallyfold.portfolio.ui.linking.LinkWords;
import tallyfold.project.Link;
import tallyfold.project.LinkId;
import tallyfold.project.ProjectId;
import tallyfold.sync.RunHistoryService;
import tallyfold.sync.SyncRun;
import tallyfold.sync.SyncService;
import tallyfold.uikit.EmptyState;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;
import tallyfold.uikit.Times;

/** The tab "History" of a project: its runs, newest first. */
final class RunHistoryPanel extends Div {

    /** As many runs make the page longer rather than scroll in it. */
    private static final int FEW = 25;

    private final RunHistoryService runs;
    private final ProjectId project;
    private final Checkbox uneventful = new Checkbox(Texts.of("portfolio.history.uneventful"));
    private final RunHistoryGrid grid;
    private final Div body = new Div();

    RunHistoryPanel(RunHistoryService runs, SyncService syncs, ProjectId project, List<Link> links) {
        this.runs = runs;
        this.project = project;
        addClassName("tf-history");
        Map<LinkId, String> systems = links.stream().collect(Collectors.toMap(Link::id, LinkWords::system));
        grid = new RunHistoryGrid(runs, syncs, systems);
        grid.setItems(new CallbackDataProvider<SyncRun, Void>(
                query -> runs.page(project, uneventful.getValue(), query.getOffset(), query.getLimit()).stream(),
                query -> {
                    query.getOffset();
                    query.getLimit();
                    return runs.count(project, uneventful.getValue());
                },
                SyncRun::id));
        uneventful.addValueChangeListener(_ -> refresh());
        Span zone = new Span(Texts.of("portfolio.history.zone", Times.zone().getId()));
        zone.addClassName("tf-quiet");
        Div line = new Div(uneventful, zone);
        line.addClassName("tf-sync-line");
        body.addClassName("tf-history-body");
        add(line, body);
        refresh();
    }

    /** Takes in news of a run of the project. */
    void heard(SyncRun run) {
        if (run.status().finished() || run.read() == 0) {
            refresh();
        } else {
            grid.getDataProvider().refreshItem(run);
        }
    }

    private void refresh() {
        int count = runs.count(project, uneventful.getValue());
        grid.setAllRowsVisible(count <= FEW);
        body.removeAll();
        body.add(count == 0 ? nothing() : grid);
        grid.getDataProvider().refreshAll();
    }

    private static Component nothing() {
        return new EmptyState(
                Symbol.CLOCK, Texts.of("portfolio.history.none"), Texts.of("portfolio.history.none.text"));
    }
}
