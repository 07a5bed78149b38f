package tallyfold.security.internal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of the set-up code; only its hash is kept. */
@Repository
class SetupCodeRepository {

    record Stored(String hash, Instant expiresAt) {}

    private final JdbcClient jdbc;

    SetupCodeRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Stored> find() {
        return jdbc.sql("SELECT code_hash, expires_at FROM setup_code WHERE only_row = 1")
                .query((row, _) -> new Stored(
                        row.getString("code_hash"),
                        row.getObject("expires_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    void replace(Stored code) {
        jdbc.sql("DELETE FROM setup_code").update();
        jdbc.sql("INSERT INTO setup_code (only_row, code_hash, expires_at) VALUES (1, :hash, :expires)")
                .param("hash", code.hash())
                .param("expires", code.expiresAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Takes the code out; false when it is not there (any more). Of two at once one gets true. */
    boolean use(String hash) {
        return jdbc.sql("DELETE FROM setup_code WHERE only_row = 1 AND code_hash = :hash")
                        .param("hash", hash)
                        .update()
                == 1;
    }

    void delete() {
        jdbc.sql("DELETE FROM setup_code").update();
    }
}
