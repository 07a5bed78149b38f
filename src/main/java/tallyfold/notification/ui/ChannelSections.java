package tallyfold.notification.ui;

import com.vaadin.flow.component.Component;
import java.util.concurrent.ExecutorService;
import org.springframework.beans.factory.annotation.Qualifier;
import tallyfold.notification.MailSettingsService;
import tallyfold.notification.NotificationService;
import tallyfold.notification.WebhookSettingsService;

/** Makes the sections of settings by which messages leave; for administrators only, each call a new one. */
@org.springframework.stereotype.Component
public class ChannelSections {

    private final NotificationService notifications;
    private final MailSettingsService mail;
    private final WebhookSettingsService webhook;
    private final ExecutorService background;

    ChannelSections(
            NotificationService notifications,
            MailSettingsService mail,
            WebhookSettingsService webhook,
            @Qualifier("backgroundExecutor") ExecutorService background) {
        this.notifications = notifications;
        this.mail = mail;
        this.webhook = webhook;
        this.background = background;
    }

    /** The section "Mail". */
    public Component mail() {
        return new MailSection(mail, notifications.email().orElse(""), background);
    }

    /** The section "Webhook". */
    public Component webhook() {
        return new WebhookSection(webhook, background);
    }
}
