package tallyfold.notification.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tallyfold.connection.Connection;
import tallyfold.notification.NotificationKind;
import tallyfold.notification.Severity;
import tallyfold.notification.internal.WatchRepository.Matter;

/** Finds tokens that expire soon, and those that do not work any more. */
@Component
class TokenWatch {

    /** Days before the last one at which people are reminded, the latest first. */
    private static final List<Integer> REMINDERS = List.of(1, 3, 7, 14, 30);

    private static final int URGENT_DAYS = 3;

    private final Announcer announcer;
    private final WatchRepository watched;
    private final Clock clock;

    TokenWatch(Announcer announcer, WatchRepository watched, Clock clock) {
        this.announcer = announcer;
        this.watched = watched;
        this.clock = clock;
    }

    void look(List<Connection> connections) {
        Set<UUID> gone = new HashSet<>(watched.all(Matter.TOKEN).keySet());
        for (Connection connection : connections) {
            gone.remove(connection.id().value());
            if (connection.health().usable()) {
                watched.end(Matter.TOKEN, connection.id().value());
                remind(connection);
            } else {
                tellRefused(connection);
            }
        }
        gone.forEach(id -> watched.end(Matter.TOKEN, id));
    }

    private void tellRefused(Connection connection) {
        Instant since = watched.begin(Matter.TOKEN, connection.id().value(), clock.instant());
        announcer.tell(new Occasion(
                NotificationKind.TOKEN_REFUSED,
                connection.id().value().toString(),
                since.toString(),
                Severity.CRITICAL,
                Map.of(
                        Facts.CONNECTION,
                        connection.name(),
                        Facts.HEALTH,
                        connection.health().name()),
                connection));
    }

    /** The nearest reminder only: who connects ten days before the end is not told of 30 and 14 in one go. */
    private void remind(Connection connection) {
        @Nullable LocalDate expires = connection.tokenExpires();
        if (expires == null) {
            return;
        }
        long days = expires.toEpochDay() - LocalDate.now(clock).toEpochDay();
        if (days < 0) {
            return;
        }
        REMINDERS.stream().filter(reminder -> days <= reminder).findFirst().ifPresent(reminder -> {
            // By the day it expires: a replaced token has another one and starts anew.
            announcer.tell(new Occasion(
                    NotificationKind.TOKEN_EXPIRES,
                    connection.id().value().toString(),
                    expires + "/" + reminder,
                    reminder <= URGENT_DAYS ? Severity.CRITICAL : Severity.WARNING,
                    Map.of(Facts.CONNECTION, connection.name(), Facts.DAY, expires.toString()),
                    connection));
        });
    }
}
