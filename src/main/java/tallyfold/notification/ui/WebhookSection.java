package tallyfold.notification.ui;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import tallyfold.kernel.Secret;
import tallyfold.notification.SaveChannelResult;
import tallyfold.notification.TestMessageResult;
import tallyfold.notification.UndeliveredMessage;
import tallyfold.notification.WebhookDraft;
import tallyfold.notification.WebhookSettings;
import tallyfold.notification.WebhookSettingsService;
import tallyfold.uikit.StatusWord.Tone;
import tallyfold.uikit.Texts;

/** The section "Webhook". */
final class WebhookSection extends ChannelSection<WebhookDraft> {

    private final transient WebhookSettingsService settings;
    private final WebhookForm form = new WebhookForm();

    WebhookSection(WebhookSettingsService settings, ExecutorService background) {
        super("notification.webhook", background);
        this.settings = settings;
        build(form);
    }

    @Override
    boolean show() {
        Optional<WebhookSettings> stored = settings.settings();
        form.show(stored, settings.installation());
        return stored.isPresent();
    }

    @Override
    List<UndeliveredMessage> undelivered() {
        return settings.undelivered();
    }

    @Override
    Optional<WebhookDraft> read() {
        return form.read();
    }

    @Override
    SaveChannelResult store(WebhookDraft draft) {
        return settings.save(draft);
    }

    @Override
    void forget(WebhookDraft draft) {
        Secret secret = draft.secret();
        if (secret != null) {
            secret.close();
        }
    }

    @Override
    void refuse(SaveChannelResult.Field field, String reason) {
        form.refuse(field, reason);
    }

    @Override
    void saySaved() {
        if (settings.settings().filter(WebhookSettings::plain).isPresent()) {
            say(Tone.WARNING, Texts.of("notification.webhook.saved-plain"));
        } else {
            super.saySaved();
        }
    }

    @Override
    Supplier<TestMessageResult> prepareTest() {
        return settings::test;
    }

    @Override
    void remove() {
        settings.turnOff();
    }
}
