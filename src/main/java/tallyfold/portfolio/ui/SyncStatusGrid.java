package tallyfold.portfolio.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.function.SerializableFunction;
import com.vaadin.flow.router.RouterLink;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tallyfold.sync.SyncRun;
import tallyfold.sync.ui.SyncStatusBadge;
import tallyfold.uikit.Texts;
import tallyfold.uikit.Times;

/** The links with how they are kept in sync; on a phone each row is a card in one column. */
final class SyncStatusGrid extends Grid<SyncStatusRow> {

    private static final int PHONE_WIDTH = 600;

    private final Clock clock;
    private final ZoneId zone;
    private final @Nullable Consumer<SyncStatusRow> cancel;
    private final Column<SyncStatusRow> card;

    /** @param cancel stops a run; null for who may not, nor choose rows */
    SyncStatusGrid(Clock clock, ZoneId zone, @Nullable Consumer<SyncStatusRow> cancel) {
        super();
        this.clock = clock;
        this.zone = zone;
        this.cancel = cancel;
        addClassNames("tf-dense", "tf-sync-grid");
        setSelectionMode(cancel == null ? SelectionMode.NONE : SelectionMode.MULTI);
        getElement().setAttribute("aria-label", Texts.of("portfolio.sync-status"));
        card = addColumn(new ComponentRenderer<Component, SyncStatusRow>(this::card))
                .setHeader(Texts.of("portfolio.sync-status"));
        card.setVisible(false);
        column("project", SyncStatusGrid::name, byName()).setWidth("150px").setFlexGrow(1);
        column("system", row -> quiet(row.system()), Comparator.comparing(SyncStatusRow::system))
                .setWidth("170px")
                .setFlexGrow(2);
        column("last-sync", this::last, Comparator.comparing(row -> moment(row.run())))
                .setWidth("96px");
        column(
                        "sync-status",
                        row -> SyncStatusBadge.status(row.run()),
                        Comparator.comparingInt(row -> urgency(row.run())))
                .setWidth("184px");
        column("details", this::details, Comparator.comparing(SyncDetails::words))
                .setWidth("170px")
                .setFlexGrow(3);
        column("next-sync", this::next, Comparator.comparing(row -> row.next() == null ? Instant.MAX : row.next()))
                .setWidth("168px");
        addAttachListener(event -> {
            fit(event.getUI().getPage().getExtendedClientDetails().getBodyClientWidth());
            event.getUI().getPage().addBrowserWindowResizeListener(resized -> fit(resized.getWidth()));
        });
    }

    /** What needs somebody first, then by name. */
    static Comparator<SyncStatusRow> problemsFirst() {
        return Comparator.<SyncStatusRow>comparingInt(row -> urgency(row.run())).thenComparing(byName());
    }

    private static Comparator<SyncStatusRow> byName() {
        return Comparator.<SyncStatusRow, String>comparing(row -> row.project().name(), String.CASE_INSENSITIVE_ORDER)
                .thenComparing(SyncStatusRow::system);
    }

    private static int urgency(@Nullable SyncRun run) {
        if (run == null) {
            return 4;
        }
        return switch (run.status()) {
            case FAILED -> 0;
            case FINISHED_WITH_WARNINGS -> 1;
            case RUNNING -> 2;
            case WAITING, INTERRUPTED -> 3;
            case CANCELLED -> 4;
            case SUCCEEDED -> 5;
        };
    }

    private static Instant moment(@Nullable SyncRun run) {
        if (run == null) {
            return Instant.MIN;
        }
        return run.finished() == null ? run.requested() : run.finished();
    }

    private void fit(int width) {
        boolean phone = width > 0 && width < PHONE_WIDTH;
        if (phone != card.isVisible()) {
            getColumns().forEach(column -> column.setVisible(phone == column.equals(card)));
        }
    }

    private Column<SyncStatusRow> column(
            String name, SerializableFunction<SyncStatusRow, Component> cell, Comparator<SyncStatusRow> order) {
        return addColumn(new ComponentRenderer<>(cell))
                .setKey(name)
                .setHeader(Texts.of("portfolio.column." + name))
                .setComparator(order)
                .setSortable(true)
                .setFlexGrow(0);
    }

    private static RouterLink name(SyncStatusRow row) {
        RouterLink link = ProjectAddress.link(row.project());
        link.addClassName("tf-project-name");
        link.getElement().setAttribute("title", row.project().name());
        return link;
    }

    private Component details(SyncStatusRow row) {
        return new SyncDetails(row, cancel == null ? null : () -> cancel.accept(row));
    }

    private Component last(SyncStatusRow row) {
        SyncRun run = row.run();
        Span when = quiet(SyncWords.when(run, clock));
        if (run != null) {
            when.setTitle(Times.minute(moment(run)));
        }
        return when;
    }

    private Component next(SyncStatusRow row) {
        Instant next = row.next();
        return quiet(
                next == null
                        ? Texts.of(row.resting().isEmpty() ? "portfolio.next-sync.off" : "portfolio.next-sync.resting")
                        : Times.minute(next, zone));
    }

    private static Span quiet(String text) {
        Span span = new Span(text);
        span.addClassName("tf-quiet");
        span.setTitle(text);
        return span;
    }

    private Component card(SyncStatusRow row) {
        Div head = new Div(name(row), SyncStatusBadge.status(row.run()));
        head.addClassName("tf-connection-card-head");
        Div foot = new Div(last(row), quiet(Texts.of("portfolio.card.next", ((Span) next(row)).getText())));
        foot.addClassName("tf-connection-card-foot");
        Div all = new Div(head, quiet(row.system()), details(row), foot);
        all.addClassNames("tf-connection-card", "tf-sync-card");
        return all;
    }
}
