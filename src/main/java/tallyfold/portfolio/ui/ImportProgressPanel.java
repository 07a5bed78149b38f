package tallyfold.portfolio.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import tallyfold.portfolio.ui.source.RunNews;
import tallyfold.project.LinkId;
import tallyfold.sync.SyncRun;
import tallyfold.uikit.Texts;

/** Second step: what becomes of each project, live. Leaving it does not stop the import. */
final class ImportProgressPanel extends Div {

    private final ImportContext context;
    private final ImportBatch batch;
    private final ImportProgress progress;
    private final Runnable changed;
    private final H3 heading = new H3();
    private final ImportTotals totals = new ImportTotals();
    private final ImportProgressGrid grid;

    ImportProgressPanel(ImportContext context, ImportBatch batch, Runnable changed) {
        this.context = context;
        this.batch = batch;
        this.changed = changed;
        progress = new ImportProgress(batch);
        grid = new ImportProgressGrid(progress, context.clock(), this::retry);
        addClassName("tf-import-progress");
        heading.addClassName("tf-import-heading");
        add(heading, totals, grid);
        // Listening begins before the look at what is known, so that nothing falls between the two.
        RunNews.follow(this, context.syncs(), this::take);
        addAttachListener(_ -> take(context.syncs().latest(progress.links())));
    }

    boolean allEnded() {
        return progress.ended();
    }

    /** How many projects will not change any more by themselves. */
    int ended() {
        return (int) progress.rows().stream().filter(row -> row.state().ended()).count();
    }

    boolean anythingWaits() {
        return !progress.waiting().isEmpty();
    }

    void cancelWaiting() {
        context.syncs().cancelWaiting(progress.waiting());
        take(context.syncs().latest(progress.links()));
    }

    private void retry(LinkId link) {
        context.syncs().retry(link);
        take(context.syncs().latest(List.of(link)));
    }

    private void take(Map<LinkId, SyncRun> runs) {
        runs.values().forEach(run -> progress.take(run).ifPresent(grid::redraw));
        Map<ImportState, Integer> counts = new EnumMap<>(ImportState.class);
        counts.putAll(progress.counts());
        totals.show(counts);
        heading.setText(heading(counts));
        changed.run();
    }

    private String heading(Map<ImportState, Integer> counts) {
        int all = progress.rows().size();
        if (progress.ended()) {
            return Texts.of("importing.heading.ended", counts.getOrDefault(ImportState.DONE, 0), all);
        }
        return batch.from().isEmpty()
                ? Texts.of("importing.heading", all)
                : Texts.of("importing.heading.from", all, batch.from());
    }
}
