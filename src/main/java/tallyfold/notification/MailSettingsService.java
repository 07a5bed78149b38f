package tallyfold.notification;

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
import tallyfold.notification.internal.ChannelRepository.MailServer;
import tallyfold.notification.internal.ChannelSender;
import tallyfold.notification.internal.DeliveryRepository;
import tallyfold.notification.wire.SendOutcome;
import tallyfold.uikit.Texts;
import tallyfold.vault.SealedSecret;
import tallyfold.vault.SecretVault;

/** How mail leaves this installation. The password is written only: nobody reads it back. */
@Service
@PreAuthorize("hasRole('ADMINISTRATOR')")
public class MailSettingsService {

    private static final int HIGHEST_PORT = 65_535;
    private static final int LONGEST_USER_NAME = 320;
    private static final int SHOWN = 10;
    private static final String SUBJECT = "mail server";

    private final ChannelRepository channels;
    private final DeliveryRepository deliveries;
    private final ChannelSender sender;
    private final SecretVault vault;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MailSettingsService(
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

    /** Empty when mail is not set up. */
    public Optional<MailSettings> settings() {
        return channels.mail()
                .map(mail -> new MailSettings(
                        mail.host(),
                        mail.port(),
                        mail.encryption(),
                        mail.userName(),
                        mail.sealed() != null,
                        mail.sender(),
                        channels.installation()));
    }

    /** Where people open this installation, without a slash at the end; empty when nobody said. */
    public String installation() {
        return channels.installation();
    }

    /** Stores how mail leaves. Asks nothing of the server; {@link #test} does. */
    public SaveChannelResult save(MailDraft draft) {
        Optional<SaveChannelResult> refused = refuse(draft);
        if (refused.isPresent()) {
            return refused.get();
        }
        String installation = Addresses.installation(draft.installation()).orElse("");
        MailServer wanted = new MailServer(
                draft.host().strip(),
                draft.port(),
                draft.encryption(),
                draft.userName().strip(),
                null,
                draft.sender().strip());
        Optional<SealedSecret> sealed = sealed(draft.password(), wanted);
        if (!wanted.userName().isEmpty() && sealed.isEmpty()) {
            return refused(
                    Field.SECRET,
                    channels.mail().filter(mail -> mail.sealed() != null).isPresent()
                            ? "notification.mail.password-again"
                            : "notification.mail.password-missing");
        }
        transaction.executeWithoutResult(_ -> {
            @Nullable
            SealedSecret stored = wanted.userName().isEmpty()
                    ? null
                    : sealed.map(each -> vault.outdated(each) ? vault.sealAnew(each, wanted.binding()) : each)
                            .orElse(null);
            channels.put(
                    new MailServer(
                            wanted.host(),
                            wanted.port(),
                            wanted.encryption(),
                            wanted.userName(),
                            stored,
                            wanted.sender()),
                    clock.instant());
            channels.setInstallation(installation);
            audit.record(
                    "mail.settings-saved",
                    SUBJECT,
                    AuditEvent.Outcome.SUCCESS,
                    "%s:%d, %s, sender %s%s"
                            .formatted(
                                    wanted.host(),
                                    wanted.port(),
                                    wanted.encryption(),
                                    wanted.sender(),
                                    draft.password() == null ? "" : ", new password"));
        });
        return new SaveChannelResult.Saved();
    }

    /** The stored password stays only for the server and the encryption it was entered for. */
    private Optional<SealedSecret> sealed(@Nullable Secret password, MailServer wanted) {
        if (password != null) {
            return Optional.of(vault.seal(password, wanted.binding()));
        }
        return channels.mail()
                .filter(mail -> mail.binding().equals(wanted.binding())
                        && mail.userName().equals(wanted.userName()))
                .flatMap(mail -> Optional.ofNullable(mail.sealed()));
    }

    private static Optional<SaveChannelResult> refuse(MailDraft draft) {
        if (!Addresses.host(draft.host().strip())) {
            return Optional.of(refused(Field.HOST, "notification.mail.host-unusable"));
        }
        if (draft.port() < 1 || draft.port() > HIGHEST_PORT) {
            return Optional.of(refused(Field.PORT, "notification.mail.port-unusable"));
        }
        if (draft.userName().length() > LONGEST_USER_NAME
                || draft.userName().chars().anyMatch(Character::isISOControl)) {
            return Optional.of(refused(Field.USER_NAME, "notification.mail.user-unusable"));
        }
        if (!Addresses.usable(draft.sender().strip())) {
            return Optional.of(refused(Field.SENDER, "notification.email-unusable"));
        }
        return draft.installation().isBlank()
                        || Addresses.installation(draft.installation()).isPresent()
                ? Optional.empty()
                : Optional.of(refused(Field.INSTALLATION, "notification.installation-unusable"));
    }

    private static SaveChannelResult refused(Field field, String key) {
        return new SaveChannelResult.Refused(field, Texts.of(key));
    }

    /** Has no more mail leave; says whether any did. */
    public boolean turnOff() {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            boolean removed = channels.removeMail();
            if (removed) {
                audit.record("mail.turned-off", SUBJECT, AuditEvent.Outcome.SUCCESS, null);
            }
            return removed;
        }));
    }

    /** Sends a message by the stored settings. Asks the network: call it off the user-interface thread. */
    public TestMessageResult test(String to) {
        if (!Addresses.usable(to.strip())) {
            return new TestMessageResult.Failed(Texts.of("notification.email-unusable"));
        }
        SendOutcome outcome = sender.testMail(to.strip());
        audit.record(
                "mail.tested",
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
        return deliveries.undelivered(Channel.MAIL, SHOWN).stream()
                .map(each -> new UndeliveredMessage(each.givenUp(), each.attempts(), each.when(), each.problem()))
                .toList();
    }
}
