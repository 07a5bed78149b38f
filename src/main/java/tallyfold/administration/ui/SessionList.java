package tallyfold.administration.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Clock;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import tallyfold.security.SessionId;
import tallyfold.security.UserSession;
import tallyfold.uikit.Notifications;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;
import tallyfold.uikit.Times;

/** Where somebody is signed in, each with the button that ends it. */
final class SessionList extends Div {

    private final transient Supplier<List<UserSession>> read;
    private final transient Predicate<SessionId> end;
    private final transient Clock clock;

    SessionList(Supplier<List<UserSession>> read, Predicate<SessionId> end, Clock clock) {
        this.read = read;
        this.end = end;
        this.clock = clock;
        addClassName("tf-sessions");
        refresh();
    }

    void refresh() {
        removeAll();
        List<UserSession> sessions = read.get();
        if (sessions.isEmpty()) {
            add(new Paragraph(Texts.of("administration.sessions-none")));
            return;
        }
        UnorderedList list = new UnorderedList();
        sessions.forEach(session -> list.add(line(session)));
        add(list);
    }

    private ListItem line(UserSession session) {
        Span browser = new Span(session.browser());
        browser.addClassName("tf-name");
        Span details = new Span(String.join(
                " · ",
                session.address(),
                Texts.of("administration.session-since") + " " + Times.minute(session.since()),
                Texts.of("administration.session-used") + " " + Times.recent(session.lastUsed(), clock)));
        details.addClassName("tf-second-line");
        Div words = new Div(browser, details);
        words.addClassName("tf-two-lines");
        ListItem line = new ListItem(Symbol.LOCK.icon("tf-quiet"), words, session.own() ? own() : end(session));
        line.addClassName("tf-session");
        return line;
    }

    private static Component own() {
        Span own = new Span(Texts.of("administration.session-own"));
        own.addClassNames("tf-badge", "tf-good");
        return own;
    }

    private Button end(UserSession session) {
        Button button = new Button(Texts.of("administration.session-end"), _ -> {
            boolean ended = end.test(session.id());
            Notifications.success(Texts.of(ended ? "administration.session-ended" : "administration.session-gone"));
            refresh();
        });
        button.setAriaLabel(Texts.of("administration.session-end-label", session.browser()));
        button.addThemeVariants(ButtonVariant.TERTIARY);
        return button;
    }
}
