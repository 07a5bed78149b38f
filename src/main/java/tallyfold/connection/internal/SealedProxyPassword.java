package tallyfold.connection.internal;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tallyfold.vault.SealBinding;
import tallyfold.vault.SealedSecret;
import tallyfold.vault.SealedSecretSource;

/** The sealed password of the proxy: the only place that names its column. Bound to the host and the port it was entered for. */
@Component
public class SealedProxyPassword implements SealedSecretSource {

    private static final String TABLE = "network_secret";
    private static final UUID ROW = new UUID(0, 1);

    private final JdbcClient jdbc;
    private final Clock clock;

    SealedProxyPassword(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    static String destination(String host, int port) {
        return host + ":" + port;
    }

    static SealBinding binding(String destination) {
        return new SealBinding(TABLE, ROW, "PROXY", destination);
    }

    Optional<SealedSecret> find() {
        return jdbc.sql("SELECT sealed FROM network_secret WHERE id = :id")
                .param("id", ROW)
                .query((row, _) -> new SealedSecret(row.getString(1)))
                .optional();
    }

    void put(String destination, SealedSecret sealed) {
        forget();
        jdbc.sql("INSERT INTO network_secret (id, destination, sealed, sealed_at) VALUES (:id, :to, :sealed, :at)")
                .param("id", ROW)
                .param("to", destination)
                .param("sealed", sealed.text())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    void forget() {
        jdbc.sql("DELETE FROM network_secret").update();
    }

    @Override
    public long count() {
        return jdbc.sql("SELECT COUNT(*) FROM network_secret")
                .query((row, _) -> row.getLong(1))
                .single();
    }

    @Override
    public List<Entry> entries() {
        return jdbc.sql("SELECT id, destination, sealed FROM network_secret ORDER BY id")
                .query((row, _) -> new Entry(
                        row.getObject(1, UUID.class),
                        "Proxy password for " + row.getString(2),
                        new SealedSecret(row.getString(3)),
                        binding(row.getString(2))))
                .list();
    }

    @Override
    @Transactional
    public boolean replace(UUID row, SealedSecret before, SealedSecret after) {
        return jdbc.sql("UPDATE network_secret SET sealed = :after WHERE id = :id AND sealed = :before")
                        .param("after", after.text())
                        .param("id", row)
                        .param("before", before.text())
                        .update()
                == 1;
    }

    @Override
    @Transactional
    public int forgetAll() {
        jdbc.sql("UPDATE network_setting SET version = version + 1").update();
        return jdbc.sql("DELETE FROM network_secret").update();
    }
}
