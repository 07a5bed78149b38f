package tallyfold.notification;

import java.net.UnknownHostException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tallyfold.audit.AuditEvent;
import tallyfold.audit.AuditLog;
import tallyfold.kernel.Secret;
import tallyfold.notification.SaveChannelResult.Field;
import tallyfold.notification.internal.Addresses;
import tallyfold.notification.internal.Channel;
import tallyfold.notification.internal.ChannelRepository;
import tallyfold.notification.internal.ChannelRepository.WebhookTarget;
import tallyfold.notification.internal.ChannelSender;
import tallyfold.notification.internal.DeliveryRepository;
import tallyfold.notification.wire.SendOutcome;
import tallyfold.notification.wire.WebhookAddress;
import tallyfold.uikit.Texts;
import tallyfold.vault.SealedSecret;
import tallyfold.vault.SecretVault;

/** Where this installation posts its messages. The secret is written only: nobody reads it back. */
@Service
@PreAuthorize("hasRole('ADMINISTRATOR')")
public class WebhookSettingsService {

    private static final int SHOWN = 10;
    private static final String SUBJECT = "webhook";

    private final ChannelRepository channels;
    private final DeliveryRepository deliveries;
    private final ChannelSender sender;
    private final SecretVault vault;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    WebhookSettingsService(
            ChannelRepository channels,
            DeliveryRepository deliveries,
            ChannelSender sender,
            SecretVault vault,
            AuditLog audit,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.channels = channels;
        this.deliveries = deliveries;
        this.sender = sender;
        this.vault = vault;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Empty when no webhook is set up. */
    public Optional<WebhookSettings> settings() {
        return channels.webhook()
                .map(target -> new WebhookSettings(
                        target.address(),
                        target.sealed() != null,
                        WebhookAddress.parse(target.address())
                                .map(WebhookAddress::plain)
                                .orElse(false),
                        channels.installation()));
    }

    /** Where people open this installation, without a slash at the end; empty when nobody said. */
    public String installation() {
        return channels.installation();
    }

    /** Stores where messages are posted. Asks the name service where that is: call it off the user-interface thread. */
    public SaveChannelResult save(WebhookDraft draft) {
        Optional<WebhookAddress> address = WebhookAddress.parse(draft.address());
        if (address.isEmpty()) {
            return refused(Field.ADDRESS, "notification.webhook.address-unusable");
        }
        Optional<SaveChannelResult> forbidden = forbidden(address.get());
        if (forbidden.isPresent()) {
            return forbidden.get();
        }
        if (!draft.installation().isBlank()
                && Addresses.installation(draft.installation()).isEmpty()) {
            return refused(Field.INSTALLATION, "notification.installation-unusable");
        }
        WebhookTarget wanted = new WebhookTarget(address.get().uri().toString(), null);
        Optional<SealedSecret> sealed = sealed(draft.secret(), wanted);
        if (sealed.isEmpty()) {
            return refused(
                    Field.SECRET,
                    channels.webhook().isPresent()
                            ? "notification.webhook.secret-again"
                            : "notification.webhook.secret-missing");
        }
        String installation = Addresses.installation(draft.installation()).orElse("");
        SealedSecret entered = sealed.get();
        transaction.executeWithoutResult(_ -> {
            SealedSecret stored = vault.outdated(entered) ? vault.sealAnew(entered, wanted.binding()) : entered;
            channels.put(new WebhookTarget(wanted.address(), stored), clock.instant());
            channels.setInstallation(installation);
            audit.record(
                    "webhook.settings-saved",
                    SUBJECT,
                    AuditEvent.Outcome.SUCCESS,
                    address.get().shown() + (draft.secret() == null ? "" : ", new secret"));
        });
        return new SaveChannelResult.Saved();
    }

    private static Optional<SaveChannelResult> forbidden(WebhookAddress address) {
        try {
            return address.allowed()
                    ? Optional.empty()
                    : Optional.of(new SaveChannelResult.Refused(
                            Field.ADDRESS,
                            Texts.of(
                                    address.plain() ? "notification.webhook.plain" : "notification.webhook.forbidden",
                                    address.shown())));
        } catch (UnknownHostException _) {
            return Optional.of(new SaveChannelResult.Refused(
                    Field.ADDRESS, Texts.of("notification.webhook.unknown-host", address.shown())));
        }
    }

    /** The stored secret stays only for the address it was entered for. */
    private Optional<SealedSecret> sealed(@Nullable Secret secret, WebhookTarget wanted) {
        if (secret != null) {
            return Optional.of(vault.seal(secret, wanted.binding()));
        }
        return channels.webhook()
                .filter(present -> present.binding().equals(wanted.binding()))
                .flatMap(present -> Optional.ofNullable(present.sealed()));
    }

    private static SaveChannelResult refused(Field field, String key) {
        return new SaveChannelResult.Refused(field, Texts.of(key));
    }

    /** Has nothing more posted; says whether anything was. */
    public boolean turnOff() {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            boolean removed = channels.removeWebhook();
            if (removed) {
                audit.record("webhook.turned-off", SUBJECT, AuditEvent.Outcome.SUCCESS, null);
            }
            return removed;
        }));
    }

    /** Posts a message by the stored settings. Asks the network: call it off the user-interface thread. */
    public TestMessageResult test() {
        SendOutcome outcome = sender.testWebhook();
        audit.record(
                "webhook.tested",
                SUBJECT,
                outcome instanceof SendOutcome.Sent ? AuditEvent.Outcome.SUCCESS : AuditEvent.Outcome.REFUSED,
                null);
        return switch (outcome) {
            case SendOutcome.Sent sent -> new TestMessageResult.Arrived(sent.answer());
            case SendOutcome.Failed failed -> new TestMessageResult.Failed(failed.text());
        };
    }

    /** What did not get through so far, newest first; no more than ten. */
    public List<UndeliveredMessage> undelivered() {
        return deliveries.undelivered(Channel.WEBHOOK, SHOWN).stream()
                .map(each -> new UndeliveredMessage(each.givenUp(), each.attempts(), each.when(), each.problem()))
                .toList();
    }
}
