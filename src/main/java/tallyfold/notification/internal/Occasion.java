package tallyfold.notification.internal;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tallyfold.connection.Connection;
import tallyfold.notification.NotificationKind;
import tallyfold.notification.Severity;

/**
 * Something that happened, and that is told once.
 *
 * @param subject whom it happened to, by key
 * @param key tells two occasions of the same kind and subject apart
 * @param facts for {@link Wording}
 * @param connection whose people are told; null for what concerns administrators only
 */
record Occasion(
        NotificationKind kind,
        String subject,
        String key,
        Severity severity,
        Map<String, String> facts,
        @Nullable Connection connection) {

    Occasion {
        facts = Map.copyOf(facts);
    }
}
