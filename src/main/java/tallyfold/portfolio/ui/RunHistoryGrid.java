package tallyfold.portfolio.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.shared.Tooltip;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.function.ValueProvider;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import tallyfold.portfolio.ui.linking.RunWarnings;
import tallyfold.portfolio.ui.source.FailureNote;
import tallyfold.project.LinkId;
import tallyfold.sync.RunHistoryService;
import tallyfold.sync.SyncRun;
import tallyfold.sync.SyncRunStatus;
import tallyfold.sync.SyncService;
import tallyfold.sync.ui.SyncStatusBadge;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;
import tallyfold.uikit.Times;

/** Runs as lines, each with its log; on a phone each is a card in one column. */
final class RunHistoryGrid extends Grid<SyncRun> {

    private static final int PHONE_WIDTH = 600;

    private final RunHistoryService runs;
    private final SyncService syncs;
    private final Map<LinkId, String> systems;
    private final Column<SyncRun> card;

    /** @param systems what the project's links are called */
    RunHistoryGrid(RunHistoryService runs, SyncService syncs, Map<LinkId, String> systems) {
        super();
        this.runs = runs;
        this.syncs = syncs;
        this.systems = Map.copyOf(systems);
        addClassNames("tf-dense", "tf-history-grid");
        setSelectionMode(SelectionMode.NONE);
        setDetailsVisibleOnClick(false);
        setItemDetailsRenderer(new ComponentRenderer<Component, SyncRun>(this::noticed));
        getElement().setAttribute("aria-label", Texts.of("portfolio.tab.history"));
        card = addComponentColumn(this::card).setHeader(Texts.of("portfolio.tab.history"));
        card.setVisible(false);
        addColumn(run -> Times.minute(begun(run)))
                .setHeader(Texts.of("portfolio.history.started"))
                .setWidth("160px")
                .setFlexGrow(0);
        number("duration", 88, RunHistoryGrid::duration);
        addColumn(run -> run.trigger().label())
                .setHeader(Texts.of("portfolio.history.trigger"))
                .setWidth("92px")
                .setFlexGrow(0);
        addColumn(RunHistoryGrid::who)
                .setHeader(Texts.of("portfolio.history.who"))
                .setTooltipGenerator(RunHistoryGrid::who)
                .setWidth("60px");
        number("added", 66, run -> count(run.added()));
        number("changed", 84, run -> count(run.changed()));
        number("removed", 86, run -> count(run.removed()));
        number("requests", 88, run -> count(run.requests()));
        number("waited", 76, RunHistoryGrid::waited);
        addComponentColumn(this::state)
                .setHeader(Texts.of("portfolio.history.state"))
                .setWidth("140px")
                .setFlexGrow(3);
        addComponentColumn(this::log)
                .setHeader(hidden(Texts.of("portfolio.history.log")))
                .setWidth("60px")
                .setFlexGrow(0);
        addAttachListener(event -> {
            fit(event.getUI().getPage().getExtendedClientDetails().getBodyClientWidth());
            event.getUI().getPage().addBrowserWindowResizeListener(resized -> fit(resized.getWidth()));
        });
    }

    private void fit(int width) {
        boolean phone = width > 0 && width < PHONE_WIDTH;
        if (phone != card.isVisible()) {
            getColumns().forEach(column -> column.setVisible(phone == column.equals(card)));
        }
    }

    private void number(String name, int width, ValueProvider<SyncRun, String> value) {
        addColumn(value)
                .setHeader(Texts.of("portfolio.history." + name))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth(width + "px")
                .setFlexGrow(0);
    }

    /** The counts beside it say what a run did that went well. */
    private Component state(SyncRun run) {
        Div all = new Div(SyncStatusBadge.status(run));
        if (run.status() != SyncRunStatus.SUCCEEDED || systems.size() > 1) {
            all.add(details(run));
        }
        return all;
    }

    private Component details(SyncRun run) {
        Div details = new Div();
        details.addClassName("tf-sync-details");
        if (systems.size() > 1 && systems.containsKey(run.link())) {
            Span system = new Span(systems.get(run.link()));
            system.addClassName("tf-quiet");
            details.add(system);
        }
        Span words = new Span(SyncDetails.words(run));
        words.setTitle(words.getText());
        details.add(words);
        if (run.status() == SyncRunStatus.FAILED) {
            details.add(FailureNote.helpLink(SyncWords.failure(run)));
        }
        if (run.warnings() > 0) {
            Button show = new Button(
                    Texts.of("portfolio.history.noticed", run.warnings()),
                    _ -> setDetailsVisible(run, !isDetailsVisible(run)));
            show.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
            details.add(show);
        }
        return details;
    }

    private Component noticed(SyncRun run) {
        Div all = new Div();
        all.addClassName("tf-history-noticed");
        RunWarnings.all(run, syncs.warnings(run.id())).ifPresent(all::add);
        return all;
    }

    private Component log(SyncRun run) {
        DownloadHandler handler = event -> {
            event.setFileName("sync-run-" + run.id().value() + ".txt");
            event.setContentType("text/plain; charset=utf-8");
            event.getOutputStream()
                    .write(runs.log(run.id())
                            .orElse(Texts.of("portfolio.history.log.gone"))
                            .getBytes(StandardCharsets.UTF_8));
        };
        Anchor download = new Anchor(handler, "");
        download.add(Symbol.IMPORT.icon());
        download.addClassName("tf-item-export");
        download.getElement()
                .setAttribute("aria-label", Texts.of("portfolio.history.log.of", Times.minute(begun(run))));
        Tooltip.forComponent(download).setText(Texts.of("portfolio.history.log"));
        return download;
    }

    private Component card(SyncRun run) {
        Div head = new Div(new Span(Times.minute(begun(run))), SyncStatusBadge.status(run), log(run));
        head.addClassName("tf-connection-card-head");
        Span counts = new Span(Texts.of(
                "portfolio.history.card",
                run.trigger().label(),
                who(run),
                duration(run),
                count(run.requests()),
                waited(run)));
        counts.addClassName("tf-quiet");
        Div all = new Div(head, details(run), counts);
        all.addClassNames("tf-connection-card", "tf-sync-card");
        return all;
    }

    private static Instant begun(SyncRun run) {
        return run.started() == null ? run.requested() : run.started();
    }

    private static String who(SyncRun run) {
        return run.requestedBy() == null ? Texts.of("portfolio.history.nobody") : run.requestedBy();
    }

    private static String duration(SyncRun run) {
        return run.started() == null || run.finished() == null
                ? Texts.of("portfolio.history.nobody")
                : Times.duration(Duration.between(run.started(), run.finished()));
    }

    private static String waited(SyncRun run) {
        return run.waited().isZero() ? Texts.of("portfolio.history.nobody") : Times.duration(run.waited());
    }

    private static String count(int number) {
        return Texts.of("portfolio.count", number);
    }

    private static Span hidden(String text) {
        Span span = new Span(text);
        span.addClassName("tf-visually-hidden");
        return span;
    }
}
