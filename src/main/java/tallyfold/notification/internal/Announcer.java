package tallyfold.notification.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tallyfold.connection.Connection;
import tallyfold.connection.ConnectionStore;
import tallyfold.notification.NotificationPreferences.Choice;
import tallyfold.security.Role;
import tallyfold.security.User;
import tallyfold.security.UserId;
import tallyfold.security.UserStore;

/** Tells an occasion to everybody it concerns, once. */
@Component
class Announcer {

    private final OccasionRepository occasions;
    private final NotificationRepository notifications;
    private final DeliveryRepository deliveries;
    private final PreferenceRepository preferences;
    private final ChannelRepository channels;
    private final ConnectionStore connections;
    private final UserStore users;
    private final NotificationNews news;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Announcer(
            OccasionRepository occasions,
            NotificationRepository notifications,
            DeliveryRepository deliveries,
            PreferenceRepository preferences,
            ChannelRepository channels,
            ConnectionStore connections,
            UserStore users,
            NotificationNews news,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.occasions = occasions;
        this.notifications = notifications;
        this.deliveries = deliveries;
        this.preferences = preferences;
        this.channels = channels;
        this.connections = connections;
        this.users = users;
        this.news = news;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Tells an occasion unless it was told before; says whether it did. */
    boolean tell(Occasion occasion) {
        if (occasions.exists(occasion.kind(), occasion.subject(), occasion.key())) {
            return false;
        }
        List<UserId> atTheBell = new ArrayList<>();
        try {
            transaction.executeWithoutResult(_ -> {
                Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
                // First, because its key is what keeps a second node from telling it too.
                UUID id = occasions.insert(occasion, now);
                audience(occasion).forEach(person -> {
                    if (hear(occasion, id, person, now)) {
                        atTheBell.add(person.id());
                    }
                });
                if (channels.webhook().isPresent()) {
                    deliveries.insert(id, Channel.WEBHOOK, Channel.WEBHOOK.name(), now);
                }
            });
        } catch (DuplicateKeyException _) {
            return false;
        }
        news.tell(atTheBell);
        return true;
    }

    private boolean hear(Occasion occasion, UUID id, User person, Instant now) {
        Choice choice = preferences.choice(person.id(), occasion.kind());
        if (choice.bell()) {
            notifications.insert(id, person.id(), now);
        }
        if (choice.mail() && preferences.mailWorks() && users.email(person.id()).isPresent()) {
            deliveries.insert(id, Channel.MAIL, person.id().value().toString(), now);
        }
        return choice.bell();
    }

    private List<User> audience(Occasion occasion) {
        @Nullable Connection connection = occasion.connection();
        Set<UserId> granted = connection == null ? Set.of() : connections.people(connection.id());
        return users.enabled().stream()
                .filter(user -> occasion.kind().concerns(user.role()))
                .filter(user -> user.role() == Role.ADMINISTRATOR
                        || (connection != null && (connection.forAllManagers() || granted.contains(user.id()))))
                .toList();
    }
}
