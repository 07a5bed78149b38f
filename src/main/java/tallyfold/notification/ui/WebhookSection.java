package tallyfold.notification.ui;

import com.vaadin.flow.component.button.Button;
import java.util.concurrent.ExecutorService;
import tallyfold.kernel.Secret;
import tallyfold.notification.SaveChannelResult;
import tallyfold.notification.WebhookDraft;
import tallyfold.notification.WebhookSettings;
import tallyfold.notification.WebhookSettingsService;
import tallyfold.uikit.StatusWord.Tone;
import tallyfold.uikit.Texts;

/** The section "Webhook". */
final class WebhookSection extends ChannelSection {

    private final transient WebhookSettingsService settings;
    private final WebhookForm form = new WebhookForm();
    private final Button test = new Button(Texts.of("notification.test"), _ -> test());
    private final Button off = new Button(Texts.of("notification.webhook.turn-off"), _ -> turnOff());

    WebhookSection(WebhookSettingsService settings, ExecutorService background) {
        super("notification.webhook.title", "notification.webhook.sentence", background);
        this.settings = settings;
        add(form);
        addActions(new Button(Texts.of("notification.webhook.save"), _ -> save()), test, off);
        refresh();
    }

    private void refresh() {
        form.show(settings.settings(), settings.installation());
        boolean set = settings.settings().isPresent();
        test.setEnabled(set);
        off.setEnabled(set);
        showUndelivered(settings.undelivered());
    }

    private void save() {
        form.read().ifPresent(draft -> inBackground(Texts.of("notification.saving"), () -> save(draft), this::saved));
    }

    private SaveChannelResult save(WebhookDraft draft) {
        Secret secret = draft.secret();
        try {
            return settings.save(draft);
        } finally {
            if (secret != null) {
                secret.close();
            }
        }
    }

    private void saved(SaveChannelResult outcome) {
        switch (outcome) {
            case SaveChannelResult.Saved _ -> {
                refresh();
                boolean plain =
                        settings.settings().filter(WebhookSettings::plain).isPresent();
                say(
                        plain ? Tone.WARNING : Tone.GOOD,
                        Texts.of(plain ? "notification.webhook.saved-plain" : "notification.webhook.saved"));
            }
            case SaveChannelResult.Refused refused -> form.refuse(refused.field(), refused.reason());
        }
    }

    private void test() {
        inBackground(Texts.of("notification.testing"), settings::test, this::say);
    }

    private void turnOff() {
        settings.turnOff();
        refresh();
        say(Tone.INFO, Texts.of("notification.webhook.off"));
    }
}
