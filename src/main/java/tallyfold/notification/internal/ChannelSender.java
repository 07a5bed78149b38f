package tallyfold.notification.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import tallyfold.kernel.Secret;
import tallyfold.notification.internal.ChannelRepository.MailServer;
import tallyfold.notification.internal.ChannelRepository.WebhookTarget;
import tallyfold.notification.wire.MailMessage;
import tallyfold.notification.wire.MailWay;
import tallyfold.notification.wire.MailWire;
import tallyfold.notification.wire.SendOutcome;
import tallyfold.notification.wire.WebhookAddress;
import tallyfold.notification.wire.WebhookWire;
import tallyfold.sync.SyncRunStore;
import tallyfold.uikit.Texts;
import tallyfold.uikit.Times;
import tallyfold.vault.SealBinding;
import tallyfold.vault.SealedSecret;
import tallyfold.vault.SecretVault;
import tallyfold.vault.UnreadableSecretException;
import tools.jackson.databind.json.JsonMapper;

/** Writes messages and sends them by the channels as they are set up now. Blocks; outside any transaction. */
@Component
public class ChannelSender {

    /** What a test is called where the kinds of messages are. */
    private static final String TEST = "TEST";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ChannelRepository channels;
    private final MailWire mail;
    private final WebhookWire webhook;
    private final SecretVault vault;
    private final Clock clock;
    private final SyncRunStore runs;

    ChannelSender(
            ChannelRepository channels,
            MailWire mail,
            WebhookWire webhook,
            SecretVault vault,
            SyncRunStore runs,
            Clock clock) {
        this.channels = channels;
        this.mail = mail;
        this.webhook = webhook;
        this.vault = vault;
        this.clock = clock;
        this.runs = runs;
    }

    SendOutcome mail(StoredOccasion occasion, String to, boolean withNames) {
        return mail(
                to,
                Wording.title(occasion.kind(), occasion.facts()),
                Wording.text(occasion.kind(), occasion.facts(), withNames, this::time),
                Wording.path(occasion.kind()));
    }

    /** Sends a mail that says nothing but that mail works. */
    public SendOutcome testMail(String to) {
        return mail(to, Texts.of("notification.test-title"), Texts.of("notification.test-text"), "notifications");
    }

    private SendOutcome mail(String to, String title, String text, String path) {
        Optional<MailServer> server = channels.mail();
        if (server.isEmpty()) {
            return new SendOutcome.Failed(Texts.of("notification.mail.off"), true);
        }
        MailServer way = server.get();
        if (way.userName().isEmpty()) {
            return mail.send(way(way, null), message(to, title, text, path));
        }
        try (Secret password = open(way.sealed(), way.binding())) {
            return mail.send(way(way, password), message(to, title, text, path));
        } catch (UnreadableSecretException _) {
            return new SendOutcome.Failed(Texts.of("notification.mail.no-password"), true);
        }
    }

    private static MailWay way(MailServer server, @Nullable Secret password) {
        return new MailWay(
                server.host(),
                server.port(),
                server.encryption(),
                server.userName(),
                password,
                server.sender(),
                server.throughProxy());
    }

    private MailMessage message(String to, String title, String text, String path) {
        String installation = channels.installation();
        String subject = Texts.of("notification.subject", title);
        String foot = Texts.of("notification.foot");
        if (installation.isEmpty()) {
            return new MailMessage(to, subject, text + "\n\n-- \n" + foot + "\n", html(title, text, "", foot));
        }
        String link = installation + "/" + path;
        String plain = text + "\n\n" + link + "\n\n-- \n" + foot + "\n";
        String anchor = "<p><a href=\"" + HtmlUtils.htmlEscape(link) + "\">"
                + HtmlUtils.htmlEscape(Texts.of("notification.open")) + "</a></p>";
        return new MailMessage(to, subject, plain, html(title, text, anchor, foot));
    }

    private static String html(String title, String text, String anchor, String foot) {
        return "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + HtmlUtils.htmlEscape(title)
                + "</title></head><body><h1>" + HtmlUtils.htmlEscape(title) + "</h1><p>" + HtmlUtils.htmlEscape(text)
                + "</p>" + anchor + "<hr><p><small>" + HtmlUtils.htmlEscape(foot) + "</small></p></body></html>";
    }

    SendOutcome webhook(StoredOccasion occasion) {
        return webhook(
                occasion.id().toString(),
                occasion.kind().name(),
                occasion.occurred(),
                occasion.severity().name(),
                // Never with names: whoever reads them there has chosen nothing.
                Wording.text(occasion.kind(), occasion.facts(), false, this::time),
                Wording.path(occasion.kind()));
    }

    /** Posts a message that says nothing but that the webhook works. */
    public SendOutcome testWebhook() {
        return webhook(
                UUID.randomUUID().toString(),
                TEST,
                clock.instant(),
                "INFO",
                Texts.of("notification.test-text"),
                "notifications");
    }

    private SendOutcome webhook(String id, String kind, Instant occurred, String severity, String text, String path) {
        Optional<WebhookTarget> target = channels.webhook();
        Optional<WebhookAddress> address = target.flatMap(present -> WebhookAddress.parse(present.address()));
        if (target.isEmpty() || address.isEmpty()) {
            return new SendOutcome.Failed(Texts.of("notification.webhook.off"), true);
        }
        Map<String, String> body = new LinkedHashMap<>();
        body.put("id", id);
        body.put("kind", kind);
        body.put("occurredAt", occurred.toString());
        body.put("severity", severity);
        body.put("text", text);
        body.put("url", channels.installation() + "/" + path);
        try (Secret secret = open(target.get().sealed(), target.get().binding())) {
            return webhook.send(address.get(), secret, id, clock.instant(), JSON.writeValueAsString(body));
        } catch (UnreadableSecretException _) {
            return new SendOutcome.Failed(Texts.of("notification.webhook.no-secret"), true);
        }
    }

    /** With its zone: whoever reads it may be anywhere. */
    private String time(Instant instant) {
        ZoneId zone = runs.zone();
        return Texts.of("notification.time", Times.minute(instant, zone), zone.getId());
    }

    private Secret open(@Nullable SealedSecret sealed, SealBinding binding) {
        if (sealed == null) {
            throw new UnreadableSecretException();
        }
        return vault.open(sealed, binding);
    }
}
