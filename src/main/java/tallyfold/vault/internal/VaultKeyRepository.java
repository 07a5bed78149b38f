package tallyfold.vault.internal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The keys this database was ever sealed with; at most one of them is not retired. */
@Repository
class VaultKeyRepository {

    private final JdbcClient jdbc;

    VaultKeyRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<VaultKey> active() {
        return jdbc.sql("SELECT key_id, check_value, origin, created_at FROM vault_key WHERE active")
                .query((row, _) -> new VaultKey(
                        row.getString("key_id"),
                        row.getString("check_value"),
                        row.getString("origin"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** Makes the key the active one; a key that was retired before comes back. */
    void activate(MasterKey key, Instant now) {
        int back = jdbc.sql(
                        "UPDATE vault_key SET active = TRUE, retired_at = NULL, check_value = :check, origin = :origin"
                                + " WHERE key_id = :id")
                .param("check", key.checkValue())
                .param("origin", key.origin())
                .param("id", key.id())
                .update();
        if (back == 0) {
            jdbc.sql("INSERT INTO vault_key (key_id, check_value, origin, created_at, active)"
                            + " VALUES (:id, :check, :origin, :now, TRUE)")
                    .param("id", key.id())
                    .param("check", key.checkValue())
                    .param("origin", key.origin())
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .update();
        }
    }

    void retireActive(Instant now) {
        jdbc.sql("UPDATE vault_key SET active = NULL, retired_at = :now WHERE active")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
