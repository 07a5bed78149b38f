package tallyfold.portfolio.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import tallyfold.connection.FailureText;
import tallyfold.connection.FailureWords;
import tallyfold.portfolio.ui.source.FailureNote;
import tallyfold.project.LinkId;
import tallyfold.sync.SyncRun;
import tallyfold.sync.ui.SyncProgressBar;
import tallyfold.uikit.StatusWord;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;

/** A line for each project that is imported. */
final class ImportProgressGrid extends Grid<ImportProgress.Row> {

    private static final int NARROW = 760;

    private final Clock clock;
    private final Consumer<LinkId> retry;
    private final List<Column<ImportProgress.Row>> wideOnly;

    ImportProgressGrid(ImportProgress progress, Clock clock, Consumer<LinkId> retry) {
        this.clock = clock;
        this.retry = retry;
        addClassName("tf-import-grid");
        getElement().setAttribute("aria-label", Texts.of("importing.progress-label"));
        setSelectionMode(SelectionMode.NONE);
        addColumn(ImportProgress.Row::name)
                .setHeader(Texts.of("importing.progress.project"))
                .setTooltipGenerator(ImportProgress.Row::name)
                .setPartNameGenerator(_ -> "tf-first")
                .setFlexGrow(2);
        addColumn(new ComponentRenderer<>(ImportProgressGrid::state))
                .setHeader(Texts.of("importing.progress.state"))
                .setWidth("120px")
                .setFlexGrow(0);
        Column<ImportProgress.Row> bar = addColumn(new ComponentRenderer<>(ImportProgressGrid::bar))
                .setHeader(Texts.of("importing.progress.progress"))
                .setWidth("210px")
                .setFlexGrow(0);
        addColumn(new ComponentRenderer<>(ImportProgressGrid::details))
                .setHeader(Texts.of("importing.progress.details"))
                .setFlexGrow(4);
        Column<ImportProgress.Row> time = addColumn(this::time)
                .setHeader(Texts.of("importing.progress.time"))
                .setWidth("90px")
                .setFlexGrow(0)
                .setTextAlign(com.vaadin.flow.component.grid.ColumnTextAlign.END);
        addColumn(new ComponentRenderer<>(this::action))
                .setHeader(hidden(Texts.of("importing.progress.action")))
                .setWidth("120px")
                .setFlexGrow(0);
        wideOnly = List.of(bar, time);
        setItems(progress.rows());
    }

    void redraw(ImportProgress.Row row) {
        getListDataView().refreshItem(row);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        int width = event.getUI().getPage().getExtendedClientDetails().getWindowInnerWidth();
        wideOnly.forEach(column -> column.setVisible(width <= 0 || width >= NARROW));
    }

    private static Component state(ImportProgress.Row row) {
        ImportState state = row.state();
        return new StatusWord(state.symbol(), state.label(), state.tone());
    }

    private static Component bar(ImportProgress.Row row) {
        SyncRun run = row.run();
        boolean begun = run != null && (row.state() != ImportState.WAITING || run.read() > 0);
        return run != null && begun ? new SyncProgressBar(run, row.name()) : new Span();
    }

    private static Component details(ImportProgress.Row row) {
        SyncRun run = row.run();
        if (run == null) {
            return new Span();
        }
        return switch (row.state()) {
            case RUNNING -> new Span(SyncProgressBar.words(run));
            case DONE -> new Span(done(run));
            case FAILED -> failure(run);
            case WAITING -> new Span(run.read() > 0 ? SyncProgressBar.words(run) : "");
            case CANCELLED -> new Span(Texts.of("importing.cancelled"));
        };
    }

    private static String done(SyncRun run) {
        String items = Texts.of("importing.done", run.read());
        return run.warnings() == 0 ? items : items + ", " + Texts.of("importing.done-warnings", run.warnings());
    }

    private static Component failure(SyncRun run) {
        String code = run.failureCode();
        String detail = run.failureDetail();
        FailureText words = FailureWords.of(code == null ? "" : code, detail == null ? "" : detail);
        Span what = new Span(words.what());
        what.setTitle(words.what());
        Span next = new Span(FailureNote.next(words));
        next.addClassName("tf-second-line");
        Anchor help = FailureNote.helpLink(words);
        Div cell = new Div(what, next, help);
        cell.addClassName("tf-import-reason");
        return cell;
    }

    private String time(ImportProgress.Row row) {
        SyncRun run = row.run();
        Instant started = run == null ? null : run.started();
        if (run == null || started == null) {
            return "";
        }
        Instant finished = run.finished();
        return ImportWords.clock(Duration.between(started, finished == null ? clock.instant() : finished));
    }

    private Component action(ImportProgress.Row row) {
        if (row.state() != ImportState.FAILED && row.state() != ImportState.CANCELLED) {
            return new Span();
        }
        Button again = new Button(Texts.of("importing.retry"), Symbol.REFRESH.icon(), _ -> retry.accept(row.link()));
        again.addThemeVariants(ButtonVariant.SMALL);
        again.setAriaLabel(Texts.of("importing.retry-label", row.name()));
        return again;
    }

    private static Span hidden(String text) {
        Span span = new Span(text);
        span.addClassName("tf-visually-hidden");
        return span;
    }
}
