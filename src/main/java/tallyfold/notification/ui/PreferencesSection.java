package tallyfold.notification.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import tallyfold.notification.NotificationPreferences;
import tallyfold.notification.NotificationService;
import tallyfold.notification.SavePreferencesResult;
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
        if (!notifications.mailWorks()) {
            add(new Note(Tone.INFO, Texts.of("notification.no-mail")));
        }
        PreferencesForm form = new PreferencesForm(shown);
        Button save = new Button(Texts.of("notification.save-choice"), _ -> form.read()
                .ifPresent(chosen -> {
                    switch (notifications.choose(chosen)) {
                        case SavePreferencesResult.Saved _ ->
                            Notifications.success(Texts.of("notification.choice-saved"));
                        case SavePreferencesResult.EmailUnusable unusable -> form.refuseEmail(unusable.reason());
                    }
                }));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        add(form, save);
    }
}
