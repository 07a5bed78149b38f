package tallyfold.connection.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import tallyfold.connection.Connection;
import tallyfold.connection.ConnectionRow;
import tallyfold.connection.FailureText;
import tallyfold.connection.FailureWords;
import tallyfold.connection.HealthDetail;
import tallyfold.uikit.Note;
import tallyfold.uikit.StatusWord.Tone;
import tallyfold.uikit.Texts;

/** Says above the list which connections stopped working, what that means, and what to do about each. */
final class StoppedBanner extends Div {

    private static final int NAMED_AT_MOST = 3;

    StoppedBanner() {
        addClassName("tf-connection-banner");
    }

    void show(List<ConnectionRow> rows) {
        removeAll();
        List<ConnectionRow> stopped =
                rows.stream().filter(row -> !row.connection().health().usable()).toList();
        setVisible(!stopped.isEmpty());
        if (stopped.isEmpty()) {
            return;
        }
        String headline = stopped.size() == 1
                ? Texts.of("connection.banner.one")
                : Texts.of("connection.banner.many", stopped.size());
        Span strong = new Span(headline);
        strong.addClassName("tf-name");
        int projects = stopped.stream().mapToInt(ConnectionRow::projects).sum();
        Div words = new Div(strong, new Span(" " + Texts.of("connection.banner.projects", projects)));
        for (ConnectionRow row : stopped.subList(0, Math.min(NAMED_AT_MOST, stopped.size()))) {
            words.add(advice(row.connection()));
        }
        add(new Note(Tone.BAD, words));
    }

    private static Div advice(Connection connection) {
        Div line = new Div(new Span(connection.name() + ": "));
        FailureText text = words(connection);
        line.add(new Span(text.what() + " "), helpLink(text));
        line.addClassName("tf-connection-advice");
        return line;
    }

    private static FailureText words(Connection connection) {
        String fallback = switch (connection.health()) {
            case EXPIRED -> HealthDetail.DATE_PASSED;
            case TOKEN_REFUSED -> "TOKEN_REJECTED.NOT_ACCEPTED";
            default -> HealthDetail.TOKEN_NEEDED;
        };
        return HealthDetail.parse(connection.healthDetail())
                .map(detail -> FailureWords.of(detail.code(), detail.detail()))
                .orElseGet(() -> FailureWords.of(fallback, ""));
    }

    static Anchor helpLink(FailureText text) {
        Anchor link = new Anchor("help/" + text.helpAnchor(), Texts.of("connection.checks.help", text.id()));
        link.addClassName("tf-help-id");
        return link;
    }
}
