package tallyfold.notification;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import tallyfold.notification.SaveChannelResult.Field;
import tallyfold.notification.SaveChannelResult.Refused;
import tallyfold.notification.internal.Addresses;
import tallyfold.notification.internal.Channel;
import tallyfold.notification.internal.ChannelDesk;
import tallyfold.notification.internal.ChannelRepository;
import tallyfold.notification.internal.ChannelRepository.WebhookTarget;
import tallyfold.notification.internal.ChannelSender;
import tallyfold.notification.wire.WebhookAddress;
import tallyfold.notification.wire.WebhookWire;
import tallyfold.uikit.Texts;
import tallyfold.vault.SealedSecret;

/** Where this installation posts its messages. The secret is written only: nobody reads it back. */
@Service
@PreAuthorize("hasRole('ADMINISTRATOR')")
public class WebhookSettingsService {

    private final ChannelRepository channels;
    private final ChannelDesk desk;
    private final ChannelSender sender;
    private final WebhookWire wire;
    private final Clock clock;

    WebhookSettingsService(
            ChannelRepository channels, ChannelDesk desk, ChannelSender sender, WebhookWire wire, Clock clock) {
        this.channels = channels;
        this.desk = desk;
        this.sender = sender;
        this.wire = wire;
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
        Optional<String> objection = wire.objection(address.get());
        if (objection.isPresent()) {
            return new Refused(Field.ADDRESS, objection.get());
        }
        if (!draft.installation().isBlank()
                && Addresses.installation(draft.installation()).isEmpty()) {
            return refused(Field.INSTALLATION, "notification.installation-unusable");
        }
        WebhookTarget wanted = new WebhookTarget(address.get().uri().toString(), null);
        Optional<SealedSecret> sealed = desk.sealed(draft.secret(), wanted.binding(), kept(wanted));
        if (sealed.isEmpty()) {
            return refused(
                    Field.SECRET,
                    channels.webhook().isPresent()
                            ? "notification.webhook.secret-again"
                            : "notification.webhook.secret-missing");
        }
        desk.save(
                Channel.WEBHOOK,
                sealed.get(),
                wanted.binding(),
                draft.installation(),
                address.get().shown() + (draft.secret() == null ? "" : ", new secret"),
                stored -> channels.put(new WebhookTarget(wanted.address(), stored), clock.instant()));
        return new SaveChannelResult.Saved();
    }

    /** The stored secret stays only for the address it was entered for. */
    private Optional<SealedSecret> kept(WebhookTarget wanted) {
        return channels.webhook()
                .filter(present -> present.binding().equals(wanted.binding()))
                .flatMap(present -> Optional.ofNullable(present.sealed()));
    }

    private static SaveChannelResult refused(Field field, String key) {
        return new Refused(field, Texts.of(key));
    }

    /** Has nothing more posted; says whether anything was. */
    public boolean turnOff() {
        return desk.turnOff(Channel.WEBHOOK, channels::removeWebhook);
    }

    /** Posts a message by the stored settings. Asks the network: call it off the user-interface thread. */
    public TestMessageResult test() {
        return desk.tested(Channel.WEBHOOK, sender.testWebhook());
    }

    /** What did not get through so far, newest first; no more than ten. */
    public List<UndeliveredMessage> undelivered() {
        return desk.undelivered(Channel.WEBHOOK);
    }
}
