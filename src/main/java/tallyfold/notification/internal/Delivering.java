package tallyfold.notification.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tallyfold.notification.internal.DeliveryRepository.Delivery;
import tallyfold.notification.wire.SendOutcome;
import tallyfold.security.UserId;
import tallyfold.security.UserStore;
import tallyfold.uikit.Texts;

/**
 * Sends what is due. A message that was taken is never sent again; one that was not is tried again later and later, and then
 * given up and shown. Only a process killed between the other side's answer and the note of it sends twice.
 */
@Component
class Delivering {

    private static final Logger log = LoggerFactory.getLogger(Delivering.class);

    /** Pauses after the first, second, … try that failed; after the last of them it is given up. */
    private static final List<Duration> PAUSES =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(30), Duration.ofHours(2));

    /** Longer than any one try takes. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    private static final int AT_ONCE = 50;

    private final DeliveryRepository deliveries;
    private final OccasionRepository occasions;
    private final PreferenceRepository preferences;
    private final UserStore users;
    private final ChannelSender sender;
    private final Clock clock;

    Delivering(
            DeliveryRepository deliveries,
            OccasionRepository occasions,
            PreferenceRepository preferences,
            UserStore users,
            ChannelSender sender,
            Clock clock) {
        this.deliveries = deliveries;
        this.occasions = occasions;
        this.preferences = preferences;
        this.users = users;
        this.sender = sender;
        this.clock = clock;
    }

    /** Outside any transaction, because it talks to servers. */
    void sendDue() {
        for (Channel channel : Channel.values()) {
            sendDue(channel);
        }
    }

    /** Ends at the first failure that all others would share: one try is enough to know that a server is down. */
    private void sendDue(Channel channel) {
        for (Delivery delivery : deliveries.due(channel, clock.instant(), AT_ONCE)) {
            if (deliveries.claim(delivery, clock.instant().plus(LEASE)) && !send(delivery)) {
                return;
            }
        }
    }

    private boolean send(Delivery delivery) {
        SendOutcome outcome;
        try {
            outcome = occasions
                    .find(delivery.occasion())
                    .map(occasion -> send(delivery, occasion))
                    .orElseGet(() -> new SendOutcome.Failed(Texts.of("notification.forgotten"), false));
        } catch (RuntimeException e) {
            log.error("A message could not be sent", e);
            outcome = new SendOutcome.Failed(Texts.of("notification.fault"), false);
        }
        Instant now = clock.instant();
        switch (outcome) {
            case SendOutcome.Sent _ -> deliveries.sent(delivery.id(), now);
            case SendOutcome.Failed failed -> later(delivery, now, failed.text());
        }
        return !(outcome instanceof SendOutcome.Failed failed && failed.forAll());
    }

    private SendOutcome send(Delivery delivery, StoredOccasion occasion) {
        return switch (delivery.channel()) {
            case WEBHOOK -> sender.webhook(occasion);
            case MAIL -> {
                UserId person = new UserId(UUID.fromString(delivery.recipient()));
                Optional<String> to = users.email(person);
                yield to.isPresent()
                        ? sender.mail(occasion, to.get(), preferences.withNames(person))
                        : new SendOutcome.Failed(Texts.of("notification.mail.nobody"), false);
            }
        };
    }

    private void later(Delivery delivery, Instant now, String problem) {
        if (delivery.attempts() < PAUSES.size()) {
            deliveries.again(delivery.id(), now.plus(PAUSES.get(delivery.attempts())), problem);
        } else {
            deliveries.giveUp(delivery.id(), now, problem);
        }
    }
}
