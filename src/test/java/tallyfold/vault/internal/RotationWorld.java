package tallyfold.vault.internal;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.transaction.PlatformTransactionManager;
import tallyfold.audit.AuditEvent;
import tallyfold.audit.AuditKeys;
import tallyfold.audit.AuditLog;
import tallyfold.audit.AuditVerdict;
import tallyfold.audit.internal.AuditRepository;
import tallyfold.kernel.Secret;
import tallyfold.support.Databases;
import tallyfold.vault.KeyProgress;
import tallyfold.vault.RotationResult;
import tallyfold.vault.SealBinding;
import tallyfold.vault.SealedSecret;
import tallyfold.vault.SealedSecretSource;

/** One process after another on one database and one home: each {@link Node} knows only what it finds there. */
final class RotationWorld {

    private static final Instant NOW = Instant.parse("2026-11-23T10:15:30Z");
    private static final String ROWS = "sealed_row";

    final MockEnvironment properties = new MockEnvironment();
    final JdbcClient jdbc;
    private final PlatformTransactionManager transactions;

    RotationWorld(Path home, Databases database) {
        properties.setProperty("tallyfold.home", home.toString());
        jdbc = database.jdbc();
        transactions = database.transactions();
        jdbc.sql("CREATE TABLE IF NOT EXISTS " + ROWS + " (id UUID PRIMARY KEY, sealed VARCHAR(4000) NOT NULL)")
                .update();
    }

    /** What a process has in memory. */
    final class Node {

        final MasterKeySources keys = new MasterKeySources(properties, _ -> null);
        final VaultKeyRepository known = new VaultKeyRepository(jdbc);
        private final Rows rows = new Rows();
        final Keyring keyring;
        final ChainKeys chain;
        final AuditLog audit;
        final Rotation rotation;
        private final List<String> seen = new ArrayList<>();

        Node(Consumer<String> steps) {
            Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
            StaticListableBeanFactory beans = new StaticListableBeanFactory();
            beans.addBean("rows", rows);
            ObjectProvider<SealedSecretSource> sources = beans.getBeanProvider(SealedSecretSource.class);
            keyring = new Keyring(new MasterKeyCheck(keys, known, sources, transactions, clock, properties));
            chain = new ChainKeys(keyring, new KeyInUse(keyring, known), jdbc);
            AuditKeys auditKeys = chain;
            audit = new AuditLog(new AuditRepository(jdbc), transactions, clock, auditKeys);
            rotation = new Rotation(
                    keyring,
                    keys,
                    known,
                    chain,
                    new EncryptedSettings(properties),
                    sources,
                    audit,
                    transactions,
                    clock,
                    step -> {
                        seen.add(step);
                        steps.accept(step);
                    });
        }

        SealedSecretSource rows() {
            return rows;
        }

        RotationResult rotate() {
            return rotation.run(KeyProgress.UNHEARD);
        }

        List<String> steps() {
            return List.copyOf(seen);
        }

        /** How many tokens do not open, or open to another value than they were sealed with. */
        long unreadable() {
            return rows.entries().stream().filter(entry -> !opens(entry)).count();
        }

        long sealedWithOthers() {
            return rows.entries().stream()
                    .filter(entry -> !Sealing.keyId(entry.sealed())
                            .filter(keyring.active().id()::equals)
                            .isPresent())
                    .count();
        }

        private boolean opens(SealedSecretSource.Entry entry) {
            MasterKey key = Sealing.keyId(entry.sealed()).flatMap(keyring::byId).orElse(null);
            if (key == null) {
                return false;
            }
            try (Secret secret = Sealing.open(key, entry.sealed(), entry.binding())) {
                return secret.equals(Secret.of("token " + entry.row()));
            }
        }
    }

    Node process() {
        return new Node(_ -> {});
    }

    void seal(int count) {
        MasterKey key = process().keyring.active();
        for (int i = 0; i < count; i++) {
            UUID row = UUID.randomUUID();
            insert(row, Sealing.seal(key, Secret.of("token " + row), binding(row)));
        }
    }

    void insert(UUID row, SealedSecret sealed) {
        jdbc.sql("INSERT INTO " + ROWS + " (id, sealed) VALUES (:id, :sealed)")
                .param("id", row)
                .param("sealed", sealed.text())
                .update();
    }

    void writeEvents(int count) {
        AuditLog audit = process().audit;
        for (int i = 0; i < count; i++) {
            audit.record("connection.created", "contoso " + i, AuditEvent.Outcome.SUCCESS, null);
        }
    }

    AuditVerdict verify() {
        return process().audit.verify();
    }

    List<String> activeIds() {
        return jdbc.sql("SELECT key_id FROM vault_key WHERE active")
                .query((row, _) -> row.getString(1))
                .list();
    }

    static SealBinding binding(UUID row) {
        return new SealBinding(ROWS, row, "cloud", "fabrikam");
    }

    /** Tokens in a table of their own, in place of the one of a module above. */
    private final class Rows implements SealedSecretSource {

        @Override
        public long count() {
            return entries().size();
        }

        @Override
        public List<Entry> entries() {
            return jdbc.sql("SELECT id, sealed FROM " + ROWS + " ORDER BY id")
                    .query((row, _) -> {
                        UUID id = row.getObject(1, UUID.class);
                        return new Entry(id, "row " + id, new SealedSecret(row.getString(2)), binding(id));
                    })
                    .list();
        }

        @Override
        public boolean replace(UUID row, SealedSecret before, SealedSecret after) {
            return jdbc.sql("UPDATE " + ROWS + " SET sealed = :after WHERE id = :id AND sealed = :before")
                            .param("after", after.text())
                            .param("id", row)
                            .param("before", before.text())
                            .update()
                    == 1;
        }

        @Override
        public int forgetAll() {
            return jdbc.sql("DELETE FROM " + ROWS).update();
        }
    }
}
