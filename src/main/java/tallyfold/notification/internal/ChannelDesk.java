package tallyfold.notification.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tallyfold.audit.AuditEvent;
import tallyfold.audit.AuditLog;
import tallyfold.kernel.Secret;
import tallyfold.notification.TestMessageResult;
import tallyfold.notification.UndeliveredMessage;
import tallyfold.notification.wire.SendOutcome;
import tallyfold.vault.SealBinding;
import tallyfold.vault.SealedSecret;
import tallyfold.vault.SecretVault;

/** What is done with the settings of any channel: sealing its secret, storing it, writing down who did it, trying it. */
@Component
public class ChannelDesk {

    private static final int SHOWN = 10;

    private final ChannelRepository channels;
    private final DeliveryRepository deliveries;
    private final SecretVault vault;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    ChannelDesk(
            ChannelRepository channels,
            DeliveryRepository deliveries,
            SecretVault vault,
            AuditLog audit,
            PlatformTransactionManager transactions) {
        this.channels = channels;
        this.deliveries = deliveries;
        this.vault = vault;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * The secret to store.
     *
     * @param entered null to keep the stored one
     * @param stored the one there is, if it may be kept for what is wanted
     */
    public Optional<SealedSecret> sealed(@Nullable Secret entered, SealBinding wanted, Optional<SealedSecret> stored) {
        return entered == null ? stored : Optional.of(vault.seal(entered, wanted));
    }

    /**
     * Stores a channel and writes that down, both or neither.
     *
     * @param sealed null for none
     * @param installation an address or nothing, not yet brought into shape
     * @param detail for the audit log, without any secret
     * @param put stores the channel with the secret it is given
     */
    public void save(
            Channel channel,
            @Nullable SealedSecret sealed,
            SealBinding binding,
            String installation,
            String detail,
            Consumer<@Nullable SealedSecret> put) {
        transaction.executeWithoutResult(_ -> {
            // The master key may have been replaced since it was sealed.
            put.accept(sealed != null && vault.outdated(sealed) ? vault.sealAnew(sealed, binding) : sealed);
            channels.setInstallation(Addresses.installation(installation).orElse(""));
            audit.record(channel.action("settings-saved"), channel.subject(), AuditEvent.Outcome.SUCCESS, detail);
        });
    }

    /** Removes a channel and writes that down; says whether there was one. */
    public boolean turnOff(Channel channel, BooleanSupplier remove) {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            boolean removed = remove.getAsBoolean();
            if (removed) {
                audit.record(channel.action("turned-off"), channel.subject(), AuditEvent.Outcome.SUCCESS, null);
            }
            return removed;
        }));
    }

    /** Writes down that a channel was tried, and hands on what came of it. */
    public TestMessageResult tested(Channel channel, SendOutcome outcome) {
        audit.record(
                channel.action("tested"),
                channel.subject(),
                outcome instanceof SendOutcome.Sent ? AuditEvent.Outcome.SUCCESS : AuditEvent.Outcome.REFUSED,
                null);
        return switch (outcome) {
            case SendOutcome.Sent sent -> new TestMessageResult.Arrived(sent.answer());
            case SendOutcome.Failed failed -> new TestMessageResult.Failed(failed.text());
        };
    }

    /** What did not get through so far, newest first; no more than ten. */
    public List<UndeliveredMessage> undelivered(Channel channel) {
        return deliveries.undelivered(channel, SHOWN).stream()
                .map(each -> new UndeliveredMessage(each.givenUp(), each.attempts(), each.when(), each.problem()))
                .toList();
    }
}
