package tallyfold.notification.ui;

import com.vaadin.flow.component.textfield.EmailField;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import tallyfold.kernel.Secret;
import tallyfold.notification.MailDraft;
import tallyfold.notification.MailSettings;
import tallyfold.notification.MailSettingsService;
import tallyfold.notification.SaveChannelResult;
import tallyfold.notification.TestMessageResult;
import tallyfold.notification.UndeliveredMessage;
import tallyfold.uikit.Texts;

/** The section "Mail". */
final class MailSection extends ChannelSection<MailDraft> {

    private final transient MailSettingsService settings;
    private final MailForm form = new MailForm();
    private final EmailField to = new EmailField(Texts.of("notification.mail.test-to"));

    MailSection(MailSettingsService settings, String ownAddress, ExecutorService background) {
        super("notification.mail", background);
        this.settings = settings;
        to.setValue(ownAddress);
        to.setHelperText(Texts.of("notification.mail.test-to.text"));
        build(form, to);
    }

    @Override
    boolean show() {
        Optional<MailSettings> stored = settings.settings();
        form.show(stored, settings.installation());
        to.setEnabled(stored.isPresent());
        return stored.isPresent();
    }

    @Override
    List<UndeliveredMessage> undelivered() {
        return settings.undelivered();
    }

    @Override
    Optional<MailDraft> read() {
        return form.read();
    }

    @Override
    SaveChannelResult store(MailDraft draft) {
        return settings.save(draft);
    }

    @Override
    void forget(MailDraft draft) {
        Secret password = draft.password();
        if (password != null) {
            password.close();
        }
    }

    @Override
    void refuse(SaveChannelResult.Field field, String reason) {
        form.refuse(field, reason);
    }

    @Override
    Supplier<TestMessageResult> prepareTest() {
        String address = to.getValue();
        return () -> settings.test(address);
    }

    @Override
    void remove() {
        settings.turnOff();
    }
}
