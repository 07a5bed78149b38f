package tallyfold.administration.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.server.VaadinRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallyfold.security.ProfileResult;
import tallyfold.security.ProfileService;
import tallyfold.uikit.Note;
import tallyfold.uikit.Notifications;
import tallyfold.uikit.StatusWord;
import tallyfold.uikit.Texts;
import tallyfold.uikit.Times;

/** Changes one's own password. */
final class PasswordDialog extends Dialog {

    private final transient ProfileService profile;
    private final transient Clock clock;
    private final transient Runnable changed;
    private final PasswordField current = field("administration.password-current", Autocomplete.CURRENT_PASSWORD);
    private final PasswordField wanted = field("administration.password-new", Autocomplete.NEW_PASSWORD);
    private final PasswordField repeated = field("administration.password-repeated", Autocomplete.NEW_PASSWORD);
    private final Div news = new Div();

    PasswordDialog(ProfileService profile, Clock clock, Runnable changed) {
        super(Texts.of("administration.profile-change"));
        this.profile = profile;
        this.clock = clock;
        this.changed = changed;
        addClassName("tf-invite");
        wanted.setHelperText(Texts.of("administration.password-hint"));
        news.getElement().setAttribute("aria-live", "polite");
        Div form = new Div(current, wanted, repeated, news);
        form.addClassName("tf-form");
        add(form);
        Button save = new Button(Texts.of("administration.profile-change"), _ -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(Texts.of("administration.cancel"), _ -> close()), save);
        current.focus();
    }

    private static PasswordField field(String textKey, Autocomplete autocomplete) {
        PasswordField field = new PasswordField(Texts.of(textKey));
        field.setAutocomplete(autocomplete);
        field.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        field.setRequiredIndicatorVisible(true);
        field.setManualValidation(true);
        return field;
    }

    private void save() {
        news.removeAll();
        List.of(current, wanted, repeated).forEach(field -> field.setInvalid(false));
        if (current.isEmpty()) {
            refuse(current, Texts.of("administration.password-missing"));
        } else if (wanted.isEmpty()) {
            refuse(wanted, Texts.of("administration.password-missing"));
        } else if (!wanted.getValue().equals(repeated.getValue())) {
            refuse(repeated, Texts.of("administration.password-different"));
        } else {
            @Nullable VaadinRequest request = VaadinRequest.getCurrent();
            show(profile.changePassword(
                    current.getValue(), wanted.getValue(), request == null ? "" : request.getRemoteAddr()));
        }
    }

    private void show(ProfileResult result) {
        switch (result) {
            case ProfileResult.Saved _ -> {
                List.of(current, wanted, repeated).forEach(PasswordField::clear);
                changed.run();
                close();
                Notifications.success(Texts.of("administration.password-changed"));
            }
            case ProfileResult.WrongPassword _ -> {
                current.clear();
                refuse(current, Texts.of("administration.password-wrong"));
            }
            case ProfileResult.WeakPassword weak -> refuse(wanted, Texts.of(weak.textKey(), weak.limit()));
            case ProfileResult.Blocked blocked ->
                news.add(new Note(StatusWord.Tone.BAD, waiting(blocked.until(), clock)));
            case ProfileResult.Outdated _, ProfileResult.DisplayNameUnusable _, ProfileResult.EmailUnusable _ ->
                throw new IllegalStateException("No answer to a change of the password: " + result);
        }
    }

    /** Seconds are rounded up so that the time told is late enough. */
    private static String waiting(Instant until, Clock clock) {
        long minutes = Math.max(
                1, Duration.between(clock.instant(), until).plusSeconds(59).toMinutes());
        return Texts.of("administration.password-blocked", minutes, Times.minute(until.plusSeconds(59)));
    }

    private static void refuse(PasswordField field, String reason) {
        field.setErrorMessage(reason);
        field.setInvalid(true);
        field.focus();
    }
}
