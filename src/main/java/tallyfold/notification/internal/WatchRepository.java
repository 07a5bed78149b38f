package tallyfold.notification.internal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Since when something is wrong, over restarts and on every node the same. */
@Repository
class WatchRepository {

    /** What can be wrong. */
    enum Matter {
        /** The token of a connection does not work. */
        TOKEN,
        /** A link's newest run failed. */
        LINK,
        /** At least one link of a connection fails. */
        SYNC
    }

    private final JdbcClient jdbc;

    WatchRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<UUID, Instant> all(Matter matter) {
        Map<UUID, Instant> all = new HashMap<>();
        jdbc.sql("SELECT subject, since FROM notification_watch WHERE matter = ?")
                .param(matter.name())
                .query(row -> {
                    all.put(
                            row.getObject(1, UUID.class),
                            row.getObject(2, OffsetDateTime.class).toInstant());
                });
        return all;
    }

    /** Notes that something is wrong; answers since when, which is earlier when it was noted before. */
    Instant begin(Matter matter, UUID subject, Instant since) {
        Instant present = all(matter).get(subject);
        if (present != null) {
            return present;
        }
        Instant stored = since.truncatedTo(ChronoUnit.MICROS);
        try {
            jdbc.sql("INSERT INTO notification_watch (matter, subject, since) VALUES (?, ?, ?)")
                    .param(matter.name())
                    .param(subject)
                    .param(stored.atOffset(ZoneOffset.UTC))
                    .update();
            return stored;
        } catch (DuplicateKeyException _) {
            return all(matter).getOrDefault(subject, stored);
        }
    }

    /** Notes that it is right again. */
    void end(Matter matter, UUID subject) {
        jdbc.sql("DELETE FROM notification_watch WHERE matter = ? AND subject = ?")
                .param(matter.name())
                .param(subject)
                .update();
    }
}
