package tallyfold.notification.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import tallyfold.notification.NotificationKind;
import tallyfold.notification.NotificationPreferences;
import tallyfold.notification.NotificationPreferences.Choice;
import tallyfold.uikit.Texts;

/** What a person wants to hear of, and how: two boxes for each kind. Nothing in it can be wrong, so it has no binder. */
final class PreferencesForm extends Div {

    /** The two boxes of a kind. */
    private record Line(NotificationKind kind, Checkbox bell, Checkbox mail) {}

    private final Checkbox withNames = new Checkbox(Texts.of("notification.with-names"));
    private final List<Line> lines = new ArrayList<>();

    PreferencesForm(NotificationPreferences shown) {
        addClassName("tf-news-form");
        withNames.setHelperText(Texts.of("notification.with-names.text"));
        withNames.setValue(shown.withNames());
        Div kinds = new Div();
        kinds.addClassName("tf-news-kinds");
        shown.choices().forEach(choice -> kinds.add(line(choice)));
        add(kinds, withNames);
    }

    private Div line(Choice choice) {
        String label = choice.kind().label();
        Line line = new Line(
                choice.kind(),
                box("notification.by-bell", label, choice.bell()),
                box("notification.by-mail", label, choice.mail()));
        lines.add(line);
        Div row = new Div(new Span(label), line.bell(), line.mail());
        row.addClassName("tf-news-kind");
        row.getElement().setAttribute("role", "group");
        row.getElement().setAttribute("aria-label", label);
        return row;
    }

    private static Checkbox box(String labelKey, String kind, boolean checked) {
        Checkbox box = new Checkbox(Texts.of(labelKey), checked);
        box.setAriaLabel(Texts.of(labelKey) + ": " + kind);
        return box;
    }

    NotificationPreferences read() {
        return new NotificationPreferences(
                withNames.getValue(),
                lines.stream()
                        .map(line -> new Choice(
                                line.kind(), line.bell().getValue(), line.mail().getValue()))
                        .toList());
    }
}
