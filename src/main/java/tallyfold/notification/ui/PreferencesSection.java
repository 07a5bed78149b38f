package tallyfold.notification.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import tallyfold.notification.NotificationPreferences;
import tallyfold.notification.NotificationService;
import tallyfold.uikit.Note;
import tallyfold.uikit.Notifications;
import tallyfold.uikit.StatusWord.Tone;
import tallyfold.uikit.Texts;

/** "Choose what you hear of", with the button that keeps it. */
final class PreferencesSection extends Section {

    PreferencesSection(NotificationService notifications) {
        addClassNames("tf-card", "tf-news-section");
        setId("choice");
        NotificationPreferences shown = notifications.preferences();
        add(new H2(Texts.of("notification.choose")));
        if (shown.choices().isEmpty()) {
            add(new Paragraph(Texts.of("notification.nothing-to-choose")));
            return;
        }
        add(whereMailGoes(notifications));
        PreferencesForm form = new PreferencesForm(shown);
        Button save = new Button(Texts.of("notification.save-choice"), _ -> {
            notifications.choose(form.read());
            Notifications.success(Texts.of("notification.choice-saved"));
        });
        save.addThemeVariants(ButtonVariant.PRIMARY);
        add(form, save);
    }

    private static Note whereMailGoes(NotificationService notifications) {
        if (!notifications.mailWorks()) {
            return new Note(Tone.INFO, Texts.of("notification.no-mail"));
        }
        Span where = new Span(notifications
                .email()
                .map(email -> Texts.of("notification.mail-to", email))
                .orElseGet(() -> Texts.of("notification.no-address")));
        Tone tone = notifications.email().isPresent() ? Tone.INFO : Tone.WARNING;
        return new Note(tone, where, new Span(" "), new Anchor("profile", Texts.of("notification.profile")));
    }
}
