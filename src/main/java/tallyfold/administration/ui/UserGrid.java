package tallyfold.administration.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.function.SerializableComparator;
import com.vaadin.flow.function.SerializableFunction;
import java.time.Clock;
import java.util.Comparator;
import tallyfold.security.UserId;
import tallyfold.security.UserRow;
import tallyfold.uikit.PhoneColumn;
import tallyfold.uikit.Texts;
import tallyfold.uikit.Times;

/** The users as a table; on a phone each is a card in one column. */
final class UserGrid extends Grid<UserRow> {

    private final transient UserActions actions;
    private final transient Clock clock;
    private final transient UserId own;

    UserGrid(UserActions actions, Clock clock, UserId own) {
        super();
        this.actions = actions;
        this.clock = clock;
        this.own = own;
        addClassName("tf-user-grid");
        setSelectionMode(SelectionMode.NONE);
        setAllRowsVisible(true);
        getElement().setAttribute("aria-label", Texts.of("administration.users"));
        Column<UserRow> card =
                addColumn(new ComponentRenderer<>(this::card)).setHeader(Texts.of("administration.users"));
        addColumn(new ComponentRenderer<>(this::name))
                .setHeader(Texts.of("administration.user-display-name"))
                .setComparator(text(row -> row.user().displayName()))
                .setFlexGrow(2);
        addColumn(row -> row.user().name())
                .setHeader(Texts.of("administration.user-name"))
                .setComparator(text(row -> row.user().name()))
                .setFlexGrow(2);
        addColumn(row -> row.user().role().label())
                .setHeader(Texts.of("administration.user-role"))
                .setComparator(Comparator.comparing(row -> row.user().role()))
                .setWidth("9rem")
                .setFlexGrow(0);
        addColumn(new ComponentRenderer<>(row -> UserWords.statusWord(row, clock)))
                .setHeader(Texts.of("administration.user-status"))
                .setComparator(Comparator.comparing(UserRow::status))
                .setFlexGrow(1);
        addColumn(new ComponentRenderer<>(this::lastSignIn))
                .setHeader(Texts.of("administration.user-last"))
                .setComparator(
                        Comparator.comparing(UserRow::lastSignIn, Comparator.nullsFirst(Comparator.naturalOrder())))
                .setWidth("8.5rem")
                .setFlexGrow(0);
        addColumn(UserRow::sessions)
                .setHeader(Texts.of("administration.user-sessions"))
                .setComparator(Comparator.comparingInt(UserRow::sessions))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("6.5rem")
                .setFlexGrow(0);
        Span header = new Span(Texts.of("administration.user-actions"));
        header.addClassName("tf-visually-hidden");
        addColumn(new ComponentRenderer<>(row -> new UserRowMenu(row, actions)))
                .setHeader(header)
                .setWidth("3.75rem")
                .setFlexGrow(0);
        PhoneColumn.follow(this, card);
    }

    private static SerializableComparator<UserRow> text(SerializableFunction<UserRow, String> text) {
        return (one, other) -> String.CASE_INSENSITIVE_ORDER.compare(text.apply(one), text.apply(other));
    }

    private Component name(UserRow row) {
        Span name = new Span(row.user().displayName());
        name.addClassName("tf-name");
        if (!row.user().id().equals(own)) {
            return name;
        }
        Span you = new Span(" " + Texts.of("administration.user-you"));
        you.addClassName("tf-quiet");
        return new Span(name, you);
    }

    private Component lastSignIn(UserRow row) {
        Span span = new Span(UserWords.lastSignIn(row, clock));
        span.addClassName("tf-quiet");
        if (row.lastSignIn() != null) {
            span.setTitle(Times.minute(row.lastSignIn()));
        }
        return span;
    }

    private Component card(UserRow row) {
        Span account = new Span(row.user().name() + " · " + row.user().role().label());
        account.addClassName("tf-second-line");
        Div words = new Div(name(row), account, UserWords.statusWord(row, clock));
        words.addClassName("tf-user-card-words");
        Div card = new Div(words, new UserRowMenu(row, actions));
        card.addClassName("tf-user-card");
        return card;
    }
}
