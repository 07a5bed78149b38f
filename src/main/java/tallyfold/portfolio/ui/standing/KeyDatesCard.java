package tallyfold.portfolio.ui.standing;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallyfold.project.KeyDate;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;
import tallyfold.uikit.Times;

/** The days a project must keep, by day. */
final class KeyDatesCard extends Div {

    /** @param edit opens the window of key dates; null for who may not */
    KeyDatesCard(List<KeyDate> dates, LocalDate today, @Nullable Runnable edit) {
        addClassNames("tf-card", "tf-summary-card", "tf-standing-card");
        Div head = new Div(new H2(Texts.of("standing.key-dates")));
        head.addClassName("tf-standing-head");
        if (edit != null) {
            Button button = new Button(Texts.of("standing.key-dates.edit"), _ -> edit.run());
            button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
            button.setAriaLabel(Texts.of("standing.key-dates.edit-name"));
            head.add(button);
        }
        add(head);
        if (dates.isEmpty()) {
            Paragraph none =
                    new Paragraph(Texts.of(edit == null ? "standing.key-dates.none" : "standing.key-dates.add"));
            none.addClassName("tf-quiet");
            add(none);
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("tf-key-dates");
        dates.forEach(date -> list.add(line(date, today)));
        add(list);
    }

    private static ListItem line(KeyDate date, LocalDate today) {
        Span name = new Span(date.name());
        name.addClassName("tf-key-date-name");
        name.setTitle(date.name());
        Span source = new Span(Texts.of("standing.key-date." + date.source()));
        source.addClassNames("tf-quiet", "tf-standing-small");
        Div words = new Div(name, source);
        words.addClassName("tf-key-date-words");
        Span day = new Span(Times.day(date.day()));
        day.addClassName("tf-number");
        Span state = new Span(state(date, today));
        state.addClassNames(tone(date.status()), "tf-standing-small");
        Div when = new Div(day, state);
        when.addClassName("tf-key-date-when");
        ListItem line = new ListItem(icon(date.status()), words, when);
        line.addClassName("tf-key-date");
        return line;
    }

    /** "Done", "On Track, in 8 days", "Critical, 14 days ago". */
    private static String state(KeyDate date, LocalDate today) {
        String word = date.status().label();
        return date.status() == KeyDate.Status.DONE
                ? word
                : Texts.of("standing.key-date.state", word, Times.distance(date.day(), today));
    }

    private static Component icon(KeyDate.Status status) {
        Symbol symbol = switch (status) {
            case DONE -> Symbol.SUCCESS;
            case ON_TRACK -> Symbol.FLAG;
            case AT_RISK -> Symbol.WARNING;
            case CRITICAL -> Symbol.FAILURE;
        };
        return symbol.icon(tone(status));
    }

    private static String tone(KeyDate.Status status) {
        return switch (status) {
            case DONE -> "tf-good";
            case ON_TRACK -> "tf-quiet";
            case AT_RISK -> "tf-warning";
            case CRITICAL -> "tf-bad";
        };
    }
}
