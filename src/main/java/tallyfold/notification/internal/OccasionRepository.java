package tallyfold.notification.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tallyfold.notification.NotificationKind;
import tallyfold.notification.Severity;

/** What was ever told. */
@Repository
class OccasionRepository {

    static final String COLUMNS = "o.id, o.kind, o.severity, o.facts, o.occurred_at";

    private final JdbcClient jdbc;

    OccasionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean exists(NotificationKind kind, String subject, String key) {
        return jdbc.sql("SELECT 1 FROM notification_occasion WHERE kind = ? AND subject = ? AND occasion = ?")
                .param(kind.name())
                .param(subject)
                .param(key)
                .query((_, _) -> true)
                .optional()
                .isPresent();
    }

    /**
     * Stores an occasion.
     *
     * @throws org.springframework.dao.DuplicateKeyException when it was stored before
     */
    UUID insert(Occasion occasion, Instant now) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        INSERT INTO notification_occasion (id, kind, subject, occasion, severity, facts, occurred_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?)""")
                .param(id)
                .param(occasion.kind().name())
                .param(occasion.subject())
                .param(occasion.key())
                .param(occasion.severity().name())
                .param(Facts.text(occasion.facts()))
                .param(now.atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    Optional<StoredOccasion> find(UUID id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM notification_occasion o WHERE o.id = ?")
                .param(id)
                .query((row, _) -> read(row))
                .optional();
    }

    /** Drops what happened before, with all that hangs on it; says how much. */
    int forget(Instant before) {
        return jdbc.sql("DELETE FROM notification_occasion WHERE occurred_at < ?")
                .param(before.atOffset(ZoneOffset.UTC))
                .update();
    }

    static StoredOccasion read(ResultSet row) throws SQLException {
        return new StoredOccasion(
                row.getObject("id", UUID.class),
                NotificationKind.valueOf(row.getString("kind")),
                Severity.valueOf(row.getString("severity")),
                Facts.parse(row.getString("facts")),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant());
    }
}
