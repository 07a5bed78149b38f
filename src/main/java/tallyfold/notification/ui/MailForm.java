package tallyfold.notification.ui;

import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.binder.Binder;
import com.vaadin.flow.data.binder.ValidationException;
import java.util.Optional;
import tallyfold.kernel.Secret;
import tallyfold.notification.MailDraft;
import tallyfold.notification.MailEncryption;
import tallyfold.notification.MailSettings;
import tallyfold.notification.SaveChannelResult.Field;
import tallyfold.uikit.Texts;

/** The mail server as fields. The password goes in and never comes back. */
final class MailForm extends Div {

    private static final int USUAL_PORT = 587;
    private static final int LONGEST_HOST = 255;
    private static final int LONGEST = 320;

    /** What the binder knows, which reads it from outside the package; the password is read apart from it. */
    public record Entry(
            String host,
            Integer port,
            MailEncryption encryption,
            String userName,
            String sender,
            Boolean throughProxy,
            String installation) {}

    private final TextField host = new TextField(Texts.of("notification.mail.host"));
    private final IntegerField port = new IntegerField(Texts.of("notification.mail.port"));
    private final Select<MailEncryption> encryption = new Select<>();
    private final TextField userName = new TextField(Texts.of("notification.mail.user-name"));
    private final PasswordField password = new PasswordField(Texts.of("notification.mail.password"));
    private final EmailField sender = new EmailField(Texts.of("notification.mail.sender-field"));
    private final Checkbox throughProxy = new Checkbox(Texts.of("notification.mail.through-proxy"));
    private final TextField installation = new TextField(Texts.of("notification.installation"));
    private final Binder<Entry> binder = new Binder<>(Entry.class);

    MailForm() {
        addClassName("tf-news-fields");
        host.setMaxLength(LONGEST_HOST);
        userName.setMaxLength(LONGEST);
        userName.setHelperText(Texts.of("notification.mail.user-name.text"));
        userName.setAutocomplete(com.vaadin.flow.component.textfield.Autocomplete.OFF);
        password.setAutocomplete(com.vaadin.flow.component.textfield.Autocomplete.NEW_PASSWORD);
        password.setRevealButtonVisible(false);
        encryption.setLabel(Texts.of("notification.mail.encryption"));
        encryption.setItems(MailEncryption.values());
        encryption.setItemLabelGenerator(MailEncryption::label);
        throughProxy.setHelperText(Texts.of("notification.mail.through-proxy.text"));
        installation.setHelperText(Texts.of("notification.installation.text"));
        binder.forField(host)
                .asRequired(Texts.of("notification.mail.host-unusable"))
                .bind("host");
        binder.forField(port)
                .asRequired(Texts.of("notification.mail.port-unusable"))
                .bind("port");
        binder.forField(encryption).bind("encryption");
        binder.forField(userName).bind("userName");
        binder.forField(sender)
                .asRequired(Texts.of("notification.email-unusable"))
                .bind("sender");
        binder.forField(throughProxy).bind("throughProxy");
        binder.forField(installation).bind("installation");
        add(host, port, encryption, userName, password, sender, throughProxy, installation);
    }

    void show(Optional<MailSettings> settings, String address) {
        binder.readRecord(settings.map(mail -> new Entry(
                        mail.host(),
                        mail.port(),
                        mail.encryption(),
                        mail.userName(),
                        mail.sender(),
                        mail.throughProxy(),
                        address))
                .orElseGet(() -> new Entry("", USUAL_PORT, MailEncryption.STARTTLS, "", "", false, address)));
        password.clear();
        password.setHelperText(Texts.of(
                settings.filter(MailSettings::passwordSet).isPresent()
                        ? "notification.secret-kept"
                        : "notification.mail.password.text"));
    }

    /** What was entered, or empty after marking what is wrong. */
    Optional<MailDraft> read() {
        try {
            Entry entry = binder.writeRecord();
            return Optional.of(new MailDraft(
                    entry.host(),
                    entry.port(),
                    entry.encryption(),
                    entry.userName(),
                    password.isEmpty() ? null : Secret.of(password.getValue()),
                    entry.sender(),
                    entry.throughProxy(),
                    entry.installation()));
        } catch (ValidationException shownAtTheFields) {
            return Optional.empty();
        }
    }

    /** Marks what the service refused. */
    void refuse(Field field, String reason) {
        switch (field) {
            case HOST, ADDRESS -> mark(host, reason);
            case PORT -> mark(port, reason);
            case USER_NAME -> mark(userName, reason);
            case SECRET -> mark(password, reason);
            case SENDER -> mark(sender, reason);
            case PROXY -> mark(throughProxy, reason);
            case INSTALLATION -> mark(installation, reason);
        }
    }

    private static <T extends HasValidation & Focusable<?>> void mark(T field, String reason) {
        field.setErrorMessage(reason);
        field.setInvalid(true);
        field.focus();
    }
}
