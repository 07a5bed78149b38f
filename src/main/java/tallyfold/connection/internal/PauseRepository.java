package tallyfold.connection.internal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tallyfold.provider.PauseLedger.Source;

/** The table of pauses. Each statement stands for itself, so that none holds a lock while another one waits. */
@Repository
class PauseRepository {

    private static final String OF_ONE =
            "provider = :provider AND organization = :organization AND endpoint_kind = :endpoint";

    private final JdbcClient jdbc;

    PauseRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Instant> find(Source source) {
        return of(source, "SELECT paused_until FROM organization_pause WHERE " + OF_ONE)
                .query((row, _) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional();
    }

    /** Stores a moment unless a later one is there. */
    void extend(Source source, Instant until) {
        if (!moveOn(source, until) && !insert(source, until)) {
            // Somebody else was faster, perhaps with an earlier moment.
            moveOn(source, until);
        }
    }

    private boolean moveOn(Source source, Instant until) {
        return of(
                                source,
                                "UPDATE organization_pause SET paused_until = :until WHERE " + OF_ONE
                                        + " AND paused_until < :until")
                        .param("until", until.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private boolean insert(Source source, Instant until) {
        try {
            of(source, """
                            INSERT INTO organization_pause (provider, organization, endpoint_kind, paused_until)
                            VALUES (:provider, :organization, :endpoint, :until)""").param("until", until.atOffset(ZoneOffset.UTC)).update();
            return true;
        } catch (DuplicateKeyException _) {
            return false;
        }
    }

    /** Replaces a later moment. */
    void cut(Source source, Instant latest) {
        of(
                        source,
                        "UPDATE organization_pause SET paused_until = :latest WHERE " + OF_ONE
                                + " AND paused_until > :latest")
                .param("latest", latest.atOffset(ZoneOffset.UTC))
                .update();
    }

    void delete(Source source) {
        of(source, "DELETE FROM organization_pause WHERE " + OF_ONE).update();
    }

    /** Removes all that are over. */
    void deleteOver(Instant now) {
        jdbc.sql("DELETE FROM organization_pause WHERE paused_until <= :now")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private JdbcClient.StatementSpec of(Source source, String sql) {
        return jdbc.sql(sql)
                .param("provider", source.provider().value())
                .param("organization", source.organization())
                .param("endpoint", source.endpoint().name());
    }
}
