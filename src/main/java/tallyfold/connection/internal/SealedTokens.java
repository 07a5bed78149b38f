package tallyfold.connection.internal;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tallyfold.connection.ConnectionId;
import tallyfold.connection.Health;
import tallyfold.connection.HealthDetail;
import tallyfold.vault.SealBinding;
import tallyfold.vault.SealedSecret;
import tallyfold.vault.SealedSecretSource;

/** The sealed tokens: the only place that names their column. */
@Component
public class SealedTokens implements SealedSecretSource {

    private static final String TABLE = "connection_secret";

    private final JdbcClient jdbc;
    private final Clock clock;

    SealedTokens(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What a token of this connection is sealed for; changes with the endpoint and the organization on purpose. */
    public static SealBinding binding(ConnectionId id, String endpoint, String organization) {
        return new SealBinding(TABLE, id.value(), endpoint, organization);
    }

    public Optional<SealedSecret> find(ConnectionId id) {
        return jdbc.sql("SELECT sealed FROM connection_secret WHERE connection_id = :id")
                .param("id", id.value())
                .query((row, _) -> new SealedSecret(row.getString(1)))
                .optional();
    }

    /** Stores a token in place of the one before, if any. */
    public void put(ConnectionId id, SealedSecret sealed) {
        remove(id);
        jdbc.sql("INSERT INTO connection_secret (connection_id, sealed, sealed_at) VALUES (:id, :sealed, :at)")
                .param("id", id.value())
                .param("sealed", sealed.text())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    public void remove(ConnectionId id) {
        jdbc.sql("DELETE FROM connection_secret WHERE connection_id = :id")
                .param("id", id.value())
                .update();
    }

    @Override
    public long count() {
        return jdbc.sql("SELECT COUNT(*) FROM connection_secret")
                .query((row, _) -> row.getLong(1))
                .single();
    }

    @Override
    public List<Entry> entries() {
        return jdbc.sql("""
                        SELECT s.connection_id, c.name, s.sealed, c.endpoint_kind, c.organization
                        FROM connection_secret s JOIN connection c ON c.id = s.connection_id
                        ORDER BY s.connection_id""")
                .query((row, _) -> {
                    UUID id = row.getObject(1, UUID.class);
                    return new Entry(
                            id,
                            row.getString(2),
                            new SealedSecret(row.getString(3)),
                            binding(new ConnectionId(id), row.getString(4), row.getString(5)));
                })
                .list();
    }

    @Override
    public boolean replace(UUID row, SealedSecret before, SealedSecret after) {
        return jdbc.sql("UPDATE connection_secret SET sealed = :after WHERE connection_id = :id AND sealed = :before")
                        .param("after", after.text())
                        .param("id", row)
                        .param("before", before.text())
                        .update()
                == 1;
    }

    @Override
    @Transactional
    public int forgetAll() {
        HealthDetail detail = new HealthDetail(HealthDetail.TOKEN_NEEDED, "", clock.instant());
        jdbc.sql("UPDATE connection SET health = :health, health_detail = :detail")
                .param("health", Health.TOKEN_NEEDED.name())
                .param("detail", detail.text())
                .update();
        return jdbc.sql("DELETE FROM connection_secret").update();
    }
}
