package tallyfold.notification;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import tallyfold.notification.SaveChannelResult.Field;
import tallyfold.notification.internal.Addresses;
import tallyfold.notification.internal.Channel;
import tallyfold.notification.internal.ChannelDesk;
import tallyfold.notification.internal.ChannelRepository;
import tallyfold.notification.internal.ChannelRepository.MailServer;
import tallyfold.notification.internal.ChannelSender;
import tallyfold.uikit.Texts;
import tallyfold.vault.SealedSecret;

/** How mail leaves this installation. The password is written only: nobody reads it back. */
@Service
@PreAuthorize("hasRole('ADMINISTRATOR')")
public class MailSettingsService {

    private static final int HIGHEST_PORT = 65_535;
    private static final int LONGEST_USER_NAME = 320;

    private final ChannelRepository channels;
    private final ChannelDesk desk;
    private final ChannelSender sender;
    private final Clock clock;

    MailSettingsService(ChannelRepository channels, ChannelDesk desk, ChannelSender sender, Clock clock) {
        this.channels = channels;
        this.desk = desk;
        this.sender = sender;
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
                        mail.throughProxy(),
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
        MailServer wanted = new MailServer(
                draft.host().strip(),
                draft.port(),
                draft.encryption(),
                draft.userName().strip(),
                null,
                draft.sender().strip(),
                draft.throughProxy());
        Optional<SealedSecret> sealed = desk.sealed(draft.password(), wanted.binding(), kept(wanted));
        if (!wanted.userName().isEmpty() && sealed.isEmpty()) {
            return refused(
                    Field.SECRET,
                    channels.mail().filter(mail -> mail.sealed() != null).isPresent()
                            ? "notification.mail.password-again"
                            : "notification.mail.password-missing");
        }
        String detail = "%s:%d, %s, sender %s%s%s"
                .formatted(
                        wanted.host(),
                        wanted.port(),
                        wanted.encryption(),
                        wanted.sender(),
                        wanted.throughProxy() ? ", through the proxy" : "",
                        draft.password() == null ? "" : ", new password");
        desk.save(
                Channel.MAIL,
                wanted.userName().isEmpty() ? null : sealed.orElse(null),
                wanted.binding(),
                draft.installation(),
                detail,
                stored -> channels.put(wanted.with(stored), clock.instant()));
        return new SaveChannelResult.Saved();
    }

    /** The stored password stays only for the server and the encryption it was entered for. */
    private Optional<SealedSecret> kept(MailServer wanted) {
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
        if (draft.throughProxy() && draft.encryption() == MailEncryption.NONE) {
            return Optional.of(refused(Field.PROXY, "notification.mail.proxy-readable"));
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
        return desk.turnOff(Channel.MAIL, channels::removeMail);
    }

    /** Sends a message by the stored settings. Asks the network: call it off the user-interface thread. */
    public TestMessageResult test(String to) {
        return Addresses.usable(to.strip())
                ? desk.tested(Channel.MAIL, sender.testMail(to.strip()))
                : new TestMessageResult.Failed(Texts.of("notification.email-unusable"));
    }

    /** What did not get through so far, newest first; no more than ten. */
    public List<UndeliveredMessage> undelivered() {
        return desk.undelivered(Channel.MAIL);
    }
}
