package tallyfold.notification.ui;

import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.binder.Binder;
import com.vaadin.flow.data.binder.ValidationException;
import java.util.Optional;
import tallyfold.kernel.Secret;
import tallyfold.notification.SaveChannelResult.Field;
import tallyfold.notification.WebhookDraft;
import tallyfold.notification.WebhookSettings;
import tallyfold.uikit.Texts;

/** The webhook as fields. The secret goes in and never comes back. */
final class WebhookForm extends Div {

    private static final int LONGEST = 1024;

    /** What the binder knows, which reads it from outside the package; the secret is read apart from it. */
    public record Entry(String address, String installation) {}

    private final TextField address = new TextField(Texts.of("notification.webhook.address"));
    private final PasswordField secret = new PasswordField(Texts.of("notification.webhook.secret"));
    private final TextField installation = new TextField(Texts.of("notification.installation"));
    private final Binder<Entry> binder = new Binder<>(Entry.class);

    WebhookForm() {
        addClassName("tf-news-fields");
        address.setMaxLength(LONGEST);
        address.setHelperText(Texts.of("notification.webhook.address.text"));
        secret.setAutocomplete(Autocomplete.NEW_PASSWORD);
        secret.setRevealButtonVisible(false);
        installation.setHelperText(Texts.of("notification.installation.text"));
        binder.forField(address)
                .asRequired(Texts.of("notification.webhook.address-unusable"))
                .bind("address");
        binder.forField(installation).bind("installation");
        add(address, secret, installation);
    }

    void show(Optional<WebhookSettings> settings, String installed) {
        binder.readRecord(new Entry(settings.map(WebhookSettings::address).orElse(""), installed));
        secret.clear();
        secret.setHelperText(Texts.of(
                settings.filter(WebhookSettings::secretSet).isPresent()
                        ? "notification.secret-kept"
                        : "notification.webhook.secret.text"));
    }

    /** What was entered, or empty after marking what is wrong. */
    Optional<WebhookDraft> read() {
        try {
            Entry entry = binder.writeRecord();
            return Optional.of(new WebhookDraft(
                    entry.address(), secret.isEmpty() ? null : Secret.of(secret.getValue()), entry.installation()));
        } catch (ValidationException shownAtTheFields) {
            return Optional.empty();
        }
    }

    /** Marks what the service refused. */
    void refuse(Field field, String reason) {
        switch (field) {
            case SECRET, USER_NAME -> mark(secret, reason);
            case INSTALLATION -> mark(installation, reason);
            case ADDRESS, HOST, PORT, SENDER, PROXY -> mark(address, reason);
        }
    }

    private static <T extends HasValidation & Focusable<?>> void mark(T field, String reason) {
        field.setErrorMessage(reason);
        field.setInvalid(true);
        field.focus();
    }
}
