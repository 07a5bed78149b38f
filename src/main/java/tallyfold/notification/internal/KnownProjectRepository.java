package tallyfold.notification.internal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tallyfold.connection.ConnectionId;

/** Which projects an organization had when somebody last looked. */
@Repository
class KnownProjectRepository {

    private static final int BATCH = 1_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    KnownProjectRepository(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Takes a look on that is due, and keeps others from it for a while; false when none is due or somebody was faster. */
    boolean claim(ConnectionId connection, Instant now, Instant until) {
        boolean known = jdbc.sql("SELECT 1 FROM notification_look WHERE connection_id = ?")
                .param(connection.value())
                .query((_, _) -> true)
                .optional()
                .isPresent();
        if (known) {
            return jdbc.sql("UPDATE notification_look SET next_at = ? WHERE connection_id = ? AND next_at <= ?")
                            .param(until.atOffset(ZoneOffset.UTC))
                            .param(connection.value())
                            .param(now.atOffset(ZoneOffset.UTC))
                            .update()
                    == 1;
        }
        try {
            jdbc.sql("INSERT INTO notification_look (connection_id, next_at) VALUES (?, ?)")
                    .param(connection.value())
                    .param(until.atOffset(ZoneOffset.UTC))
                    .update();
            return true;
        } catch (DuplicateKeyException _) {
            return false;
        }
    }

    /** Whether anybody has ever looked to the end. */
    boolean looked(ConnectionId connection) {
        return jdbc.sql("SELECT 1 FROM notification_look WHERE connection_id = ? AND looked_at IS NOT NULL")
                .param(connection.value())
                .query((_, _) -> true)
                .optional()
                .isPresent();
    }

    Set<String> known(ConnectionId connection) {
        return new HashSet<>(jdbc.sql("SELECT remote_id FROM notification_known_project WHERE connection_id = ?")
                .param(connection.value())
                .query((row, _) -> row.getString(1))
                .list());
    }

    /** Notes a look that came to its end. */
    void done(ConnectionId connection, Collection<String> added, Instant now, Instant next) {
        batches.batchUpdate(
                "INSERT INTO notification_known_project (connection_id, remote_id) VALUES (?, ?)",
                added,
                BATCH,
                (insert, id) -> {
                    insert.setObject(1, connection.value());
                    insert.setString(2, id);
                });
        jdbc.sql("UPDATE notification_look SET looked_at = ?, next_at = ? WHERE connection_id = ?")
                .param(now.atOffset(ZoneOffset.UTC))
                .param(next.atOffset(ZoneOffset.UTC))
                .param(connection.value())
                .update();
    }
}
