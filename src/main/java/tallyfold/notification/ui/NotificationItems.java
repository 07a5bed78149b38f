package tallyfold.notification.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.SvgIcon;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import tallyfold.notification.NotificationRow;
import tallyfold.uikit.StatusWord.Tone;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;
import tallyfold.uikit.Times;

/** Notifications as a list: what happened, when, and the way to where it is mended. */
final class NotificationItems extends UnorderedList {

    private final transient Clock clock;
    private final transient Consumer<NotificationRow> opened;

    /**
     * An empty list.
     *
     * @param opened told when somebody follows one
     */
    NotificationItems(Clock clock, Consumer<NotificationRow> opened) {
        this.clock = clock;
        this.opened = opened;
        addClassName("tf-news-list");
        // Lists without bullets lose their role in some browsers.
        getElement().setAttribute("role", "list");
    }

    void show(List<NotificationRow> rows) {
        removeAll();
        rows.forEach(this::append);
    }

    void append(NotificationRow row) {
        Anchor way = new Anchor(row.path(), row.text());
        way.addClassName("tf-news-way");
        way.getElement().addEventListener("click", _ -> opened.accept(row));
        Span when = new Span(Times.recent(row.occurred(), clock));
        when.addClassName("tf-second-line");
        when.setTitle(Times.minute(row.occurred()));
        Div words = new Div(way, when);
        words.addClassName("tf-news-words");
        ListItem item = new ListItem(icon(row), words);
        item.addClassName("tf-news-item");
        if (!row.read()) {
            item.addClassName("tf-news-unread");
            Span unread = new Span(Texts.of("notification.unread"));
            unread.addClassName("tf-visually-hidden");
            words.addComponentAsFirst(unread);
        }
        add(item);
    }

    private static SvgIcon icon(NotificationRow row) {
        return switch (row.severity()) {
            case CRITICAL -> Symbol.FAILURE.icon(Tone.BAD.className());
            case WARNING -> Symbol.WARNING.icon(Tone.WARNING.className());
            case INFO -> Symbol.INFO.icon(Tone.INFO.className());
        };
    }
}
