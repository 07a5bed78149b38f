package tallyfold.connection.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.function.SerializableComparator;
import com.vaadin.flow.function.SerializableFunction;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import tallyfold.connection.Connection;
import tallyfold.connection.ConnectionRow;
import tallyfold.connection.Health;
import tallyfold.uikit.Texts;
import tallyfold.uikit.Times;

/** The connections as a table; on a phone each row is a card in one column. */
final class ConnectionGrid extends Grid<ConnectionRow> {

    private static final int PHONE_WIDTH = 600;

    private final Clock clock;
    private final @Nullable RowActions actions;
    private final Column<ConnectionRow> card;

    /** Without actions there is no menu. */
    ConnectionGrid(Clock clock, @Nullable RowActions actions) {
        super();
        this.clock = clock;
        this.actions = actions;
        addClassName("tf-connection-grid");
        setAllRowsVisible(true);
        setSelectionMode(SelectionMode.NONE);
        card = addColumn(new ComponentRenderer<Component, ConnectionRow>(this::card))
                .setKey("card")
                .setHeader(Texts.of("connection.title"));
        card.setVisible(false);
        column("name", row -> name(row.connection()), by(row -> row.connection().name()))
                .setWidth("7.5rem")
                .setFlexGrow(1);
        column("organization", this::organization, by(row -> row.connection().organization()))
                .setWidth("8rem");
        column(
                        "account",
                        row -> quiet(row.connection().account()),
                        by(row -> row.connection().account()))
                .setWidth("10rem")
                .setFlexGrow(1);
        column("health", row -> HealthWords.status(row.connection(), clock), problemsFirst()::compare)
                .setWidth("11rem");
        column(
                        "expires",
                        row -> expiry(row.connection()),
                        (one, other) -> lastDay(one.connection()).compareTo(lastDay(other.connection())))
                .setWidth("7.75rem");
        column(
                        "projects",
                        row -> new Span(Integer.toString(row.projects())),
                        (one, other) -> Integer.compare(one.projects(), other.projects()))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("5.75rem")
                .setPartNameGenerator(_ -> "tf-number");
        column(
                        "checked",
                        row -> checked(row.connection()),
                        (one, other) -> lastCheck(one.connection()).compareTo(lastCheck(other.connection())))
                .setWidth("7.5rem");
        if (actions != null) {
            addColumn(new ComponentRenderer<>(row -> new RowMenu(row.connection(), actions)))
                    .setKey("actions")
                    .setHeader(hidden(Texts.of("connection.column.actions")))
                    .setWidth("3.75rem")
                    .setFlexGrow(0);
        }
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

    private Column<ConnectionRow> column(
            String name,
            SerializableFunction<ConnectionRow, Component> cell,
            SerializableComparator<ConnectionRow> order) {
        return addColumn(new ComponentRenderer<>(cell))
                .setKey(name)
                .setHeader(Texts.of("connection.column." + name))
                .setComparator(order)
                .setSortable(true)
                .setFlexGrow(0);
    }

    private static SerializableComparator<ConnectionRow> by(SerializableFunction<ConnectionRow, String> text) {
        return (one, other) -> String.CASE_INSENSITIVE_ORDER.compare(text.apply(one), text.apply(other));
    }

    private static int urgency(Health health) {
        return switch (health) {
            case TOKEN_REFUSED -> 0;
            case EXPIRED -> 1;
            case TOKEN_NEEDED -> 2;
            case PERMISSION_MISSING -> 3;
            case UNREACHABLE -> 4;
            case EXPIRES_SOON -> 5;
            case THROTTLED -> 6;
            case HEALTHY -> 7;
        };
    }

    /** Problems first, then by name: the order a page without another wish shows. */
    static Comparator<ConnectionRow> problemsFirst() {
        return Comparator.<ConnectionRow>comparingInt(
                        row -> urgency(row.connection().health()))
                .thenComparing(row -> row.connection().name(), String.CASE_INSENSITIVE_ORDER);
    }

    private Component organization(ConnectionRow row) {
        return quiet(row.connection().organization());
    }

    private static Component name(Connection connection) {
        Span name = new Span(connection.name());
        name.addClassName("tf-name");
        name.setTitle(connection.name());
        return name;
    }

    private static Component quiet(String text) {
        Span span = new Span(text);
        span.addClassName("tf-quiet");
        span.setTitle(text);
        return span;
    }

    private static Component hidden(String text) {
        Span span = new Span(text);
        span.addClassName("tf-visually-hidden");
        return span;
    }

    private Component expiry(Connection connection) {
        LocalDate expires = connection.tokenExpires();
        if (expires == null) {
            return quiet(Texts.of("connection.not-entered"));
        }
        Span day = new Span(Times.day(expires));
        if (connection.health() == Health.EXPIRES_SOON || connection.health() == Health.EXPIRED) {
            day.addClassNames("tf-warning", "tf-name");
        }
        Span distance = new Span(Times.distance(expires, LocalDate.now(clock)));
        distance.addClassName("tf-second-line");
        Div cell = new Div(day, distance);
        cell.addClassName("tf-two-lines");
        return cell;
    }

    private Component checked(Connection connection) {
        Instant checked = connection.lastChecked();
        if (checked == null) {
            return quiet(Texts.of("connection.never-checked"));
        }
        Span span = new Span(Times.recent(checked, clock));
        span.addClassName("tf-quiet");
        span.setTitle(Times.minute(checked));
        return span;
    }

    private Component card(ConnectionRow row) {
        Connection connection = row.connection();
        Div head = new Div(name(connection), HealthWords.status(connection, clock));
        head.addClassName("tf-connection-card-head");
        if (actions != null) {
            head.add(new RowMenu(connection, actions));
        }
        LocalDate expires = connection.tokenExpires();
        String expiry = expires == null ? Texts.of("connection.not-entered") : Times.day(expires);
        Div foot = new Div(
                quiet(Texts.of("connection.card.expires", expiry)),
                quiet(Texts.of("connection.projects", row.projects())));
        foot.addClassName("tf-connection-card-foot");
        Div all = new Div(head, quiet(connection.account()), foot);
        all.addClassName("tf-connection-card");
        return all;
    }

    private static LocalDate lastDay(Connection connection) {
        LocalDate expires = connection.tokenExpires();
        return expires == null ? LocalDate.MAX : expires;
    }

    private static Instant lastCheck(Connection connection) {
        Instant checked = connection.lastChecked();
        return checked == null ? Instant.MIN : checked;
    }
}
