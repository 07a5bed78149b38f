package tallyfold.notification.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.EmailField;
import java.util.concurrent.ExecutorService;
import tallyfold.kernel.Secret;
import tallyfold.notification.MailDraft;
import tallyfold.notification.MailSettingsService;
import tallyfold.notification.SaveChannelResult;
import tallyfold.uikit.StatusWord.Tone;
import tallyfold.uikit.Texts;

/** The section "Mail". */
final class MailSection extends ChannelSection {

    private final transient MailSettingsService settings;
    private final MailForm form = new MailForm();
    private final EmailField to = new EmailField(Texts.of("notification.mail.test-to"));
    private final Button test = new Button(Texts.of("notification.test"), _ -> test());
    private final Button off = new Button(Texts.of("notification.mail.turn-off"), _ -> turnOff());

    MailSection(MailSettingsService settings, String ownAddress, ExecutorService background) {
        super("notification.mail.title", "notification.mail.sentence", background);
        this.settings = settings;
        to.setValue(ownAddress);
        to.setHelperText(Texts.of("notification.mail.test-to.text"));
        add(form, to);
        addActions(new Button(Texts.of("notification.mail.save"), _ -> save()), test, off);
        refresh();
    }

    private void refresh() {
        form.show(settings.settings(), settings.installation());
        boolean set = settings.settings().isPresent();
        test.setEnabled(set);
        off.setEnabled(set);
        to.setEnabled(set);
        showUndelivered(settings.undelivered());
    }

    private void save() {
        form.read().ifPresent(this::save);
    }

    private void save(MailDraft draft) {
        Secret password = draft.password();
        try {
            switch (settings.save(draft)) {
                case SaveChannelResult.Saved _ -> {
                    refresh();
                    say(Tone.GOOD, Texts.of("notification.mail.saved"));
                }
                case SaveChannelResult.Refused refused -> form.refuse(refused.field(), refused.reason());
            }
        } finally {
            if (password != null) {
                password.close();
            }
        }
    }

    private void test() {
        String address = to.getValue();
        inBackground(Texts.of("notification.testing"), () -> settings.test(address), this::say);
    }

    private void turnOff() {
        settings.turnOff();
        refresh();
        say(Tone.INFO, Texts.of("notification.mail.off"));
    }
}
