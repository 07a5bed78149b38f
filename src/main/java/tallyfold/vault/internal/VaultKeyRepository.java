package tallyfold.vault.internal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
        return list("WHERE active").stream().findFirst();
    }

    Optional<String> activeId() {
        return jdbc.sql("SELECT key_id FROM vault_key WHERE active")
                .query((row, _) -> row.getString(1))
                .optional();
    }

    /** The active key, held until the surrounding transaction ends: until then none other becomes active. */
    Optional<String> lockActive() {
        return jdbc.sql("SELECT key_id FROM vault_key WHERE active FOR UPDATE")
                .query((row, _) -> row.getString(1))
                .optional();
    }

    /** Keys that were replaced while something is still sealed with them. */
    List<VaultKey> leaving() {
        return list("WHERE active IS NULL AND retired_at IS NULL ORDER BY created_at, key_id");
    }

    List<VaultKey> all() {
        return list("ORDER BY created_at, key_id");
    }

    private List<VaultKey> list(String which) {
        return jdbc.sql("SELECT key_id, check_value, origin, created_at, retired_at, wrapped FROM vault_key " + which)
                .query((row, _) -> new VaultKey(
                        row.getString("key_id"),
                        row.getString("check_value"),
                        row.getString("origin"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        instant(row.getObject("retired_at", OffsetDateTime.class)),
                        row.getString("wrapped")))
                .list();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    /** Makes the key the active one; a key that was retired before comes back. */
    void activate(MasterKey key, Instant now) {
        int back = jdbc.sql(
                        "UPDATE vault_key SET active = TRUE, retired_at = NULL, wrapped = NULL, check_value = :check, origin = :origin"
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

    /** Takes the active key out of use; its text is kept under the successor until it is retired. */
    void leave(String keyId, String wrapped) {
        jdbc.sql("UPDATE vault_key SET active = NULL, wrapped = :wrapped WHERE key_id = :id")
                .param("wrapped", wrapped)
                .param("id", keyId)
                .update();
    }

    void retire(String keyId, Instant now) {
        jdbc.sql("UPDATE vault_key SET retired_at = :now, wrapped = NULL WHERE key_id = :id AND active IS NULL")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", keyId)
                .update();
    }

    void retireActive(Instant now) {
        jdbc.sql("UPDATE vault_key SET active = NULL, retired_at = :now WHERE active")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
