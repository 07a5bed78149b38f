package tallyfold.notification.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.data.binder.Binder;
import com.vaadin.flow.data.binder.ValidationException;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tallyfold.notification.NotificationKind;
import tallyfold.notification.NotificationPreferences;
import tallyfold.notification.NotificationPreferences.Choice;
import tallyfold.uikit.Texts;

/** What a person wants to hear of, and how. */
final class PreferencesForm extends Div {

    /** The two boxes of a kind. */
    private record Line(NotificationKind kind, Checkbox bell, Checkbox mail) {}

    /** What the binder knows. */
    record Person(String email, boolean withNames) {}

    private final EmailField email = new EmailField(Texts.of("notification.email"));
    private final Checkbox withNames = new Checkbox(Texts.of("notification.with-names"));
    private final List<Line> lines = new ArrayList<>();
    private final Binder<Person> binder = new Binder<>(Person.class);

    PreferencesForm(NotificationPreferences shown) {
        addClassName("tf-news-form");
        email.setHelperText(Texts.of("notification.email.text"));
        email.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        withNames.setHelperText(Texts.of("notification.with-names.text"));
        binder.forField(email).bind("email");
        binder.forField(withNames).bind("withNames");
        binder.readRecord(new Person(shown.email(), shown.withNames()));
        Div kinds = new Div();
        kinds.addClassName("tf-news-kinds");
        shown.choices().forEach(choice -> kinds.add(line(choice)));
        add(kinds, email, withNames);
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

    /** What was entered, or empty after marking what is wrong. */
    Optional<NotificationPreferences> read() {
        try {
            Person person = binder.writeRecord();
            return Optional.of(new NotificationPreferences(
                    person.email(),
                    person.withNames(),
                    lines.stream()
                            .map(line -> new Choice(
                                    line.kind(), line.bell().getValue(), line.mail().getValue()))
                            .toList()));
        } catch (ValidationException shownAtTheField) {
            email.focus();
            return Optional.empty();
        }
    }

    void refuseEmail(String reason) {
        email.setErrorMessage(reason);
        email.setInvalid(true);
        email.focus();
    }
}
