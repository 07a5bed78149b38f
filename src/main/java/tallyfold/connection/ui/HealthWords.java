package tallyfold.connection.ui;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tallyfold.connection.Connection;
import tallyfold.connection.Health;
import tallyfold.connection.HealthDetail;
import tallyfold.uikit.StatusWord;
import tallyfold.uikit.StatusWord.Tone;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;
import tallyfold.uikit.Times;

/** Health as icon, word and reason, in the reader's time zone. */
final class HealthWords {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    private HealthWords() {}

    static StatusWord status(Connection connection, Clock clock) {
        Health health = connection.health();
        return new StatusWord(symbol(health), health.label(), tone(health), reason(connection, clock));
    }

    /** The second line; null when there is nothing to add. */
    static @Nullable String reason(Connection connection, Clock clock) {
        Optional<HealthDetail> detail = HealthDetail.parse(connection.healthDetail());
        String key = "connection.health." + connection.health().name();
        return switch (connection.health()) {
            case HEALTHY -> null;
            case EXPIRES_SOON -> {
                LocalDate expires = connection.tokenExpires();
                boolean passed = expires != null && LocalDate.now(clock).isAfter(expires);
                yield Texts.of(passed ? key + ".passed" : key);
            }
            case EXPIRED, TOKEN_NEEDED -> Texts.of(key);
            case PERMISSION_MISSING -> detail.map(HealthDetail::detail).orElse(null);
            case TOKEN_REFUSED, UNREACHABLE, THROTTLED ->
                detail.map(known -> Texts.of(key, moment(known.at(), clock))).orElse(null);
        };
    }

    private static Symbol symbol(Health health) {
        return switch (health) {
            case HEALTHY -> Symbol.SUCCESS;
            case EXPIRES_SOON -> Symbol.CLOCK;
            case EXPIRED, TOKEN_REFUSED -> Symbol.FAILURE;
            case PERMISSION_MISSING -> Symbol.LOCK;
            case UNREACHABLE -> Symbol.OFFLINE;
            case THROTTLED -> Symbol.GAUGE;
            case TOKEN_NEEDED -> Symbol.KEY;
        };
    }

    private static Tone tone(Health health) {
        return switch (health) {
            case HEALTHY -> Tone.GOOD;
            case EXPIRES_SOON, UNREACHABLE, THROTTLED -> Tone.WARNING;
            case EXPIRED, TOKEN_REFUSED, PERMISSION_MISSING, TOKEN_NEEDED -> Tone.BAD;
        };
    }

    private static String moment(Instant instant, Clock clock) {
        ZonedDateTime local = instant.atZone(Times.zone());
        boolean today =
                local.toLocalDate().equals(clock.instant().atZone(Times.zone()).toLocalDate());
        return today ? TIME.format(local) : Times.minute(instant);
    }
}
