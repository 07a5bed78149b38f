package tallyfold.vault.internal;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tallyfold.audit.AuditKeys;
import tallyfold.kernel.Secret;
import tallyfold.vault.SealBinding;
import tallyfold.vault.SealedSecret;
import tallyfold.vault.UnreadableSecretException;

/**
 * The keys of the audit log. Each master key chains the events of its own time; when it is replaced, its chain key is kept
 * sealed under the successor, so that old events stay verifiable without old master keys. The first event of the new time
 * covers the end of the old one: whoever has a stolen old key can no longer change what was written under it.
 */
@Component
class ChainKeys implements AuditKeys {

    private static final int LENGTH = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Keyring keyring;
    private final KeyInUse inUse;
    private final JdbcClient jdbc;

    ChainKeys(Keyring keyring, KeyInUse inUse, JdbcClient jdbc) {
        this.keyring = keyring;
        this.inUse = inUse;
        this.jdbc = jdbc;
    }

    @Override
    public byte[] forWriting() {
        return derive(inUse.key());
    }

    @Override
    public NavigableMap<Long, byte[]> forReading() {
        NavigableMap<Long, byte[]> keys = new TreeMap<>();
        // A key that does not open is as good as any: no event holds under it.
        rows().forEach(row -> keys.put(row.first(), open(row).orElseGet(ChainKeys::anyKey)));
        if (!keys.containsKey(1L)) {
            keys.put(1L, keys.isEmpty() ? forWriting() : anyKey());
        }
        return keys;
    }

    /**
     * Lets the successor chain the log from an event on. Part of the transaction that exchanges the keys.
     *
     * @param next number of the first event under the successor
     */
    void passOn(MasterKey old, MasterKey successor, long next) {
        List<Row> rows = rows();
        if (rows.isEmpty()) {
            insert(1, old.id(), derive(old), successor);
        }
        for (Row row : rows) {
            open(row).ifPresent(key -> {
                delete(row.first());
                insert(row.first(), row.keyId(), key, successor);
            });
        }
        delete(next);
        insert(next, successor.id(), derive(successor), successor);
    }

    private record Row(long first, String keyId, SealedSecret wrapped) {}

    private List<Row> rows() {
        return jdbc.sql("SELECT first_event, key_id, wrapped FROM vault_chain_key ORDER BY first_event")
                .query((row, _) -> new Row(row.getLong(1), row.getString(2), new SealedSecret(row.getString(3))))
                .list();
    }

    private void insert(long first, String keyId, byte[] key, MasterKey wrapper) {
        try (Secret text = Secret.of(Base64.getEncoder().encodeToString(key))) {
            jdbc.sql("INSERT INTO vault_chain_key (first_event, key_id, wrapped) VALUES (:first, :id, :wrapped)")
                    .param("first", first)
                    .param("id", keyId)
                    .param(
                            "wrapped",
                            Sealing.seal(wrapper, text, binding(first, keyId)).text())
                    .update();
        }
    }

    private void delete(long first) {
        jdbc.sql("DELETE FROM vault_chain_key WHERE first_event = :first")
                .param("first", first)
                .update();
    }

    private Optional<byte[]> open(Row row) {
        return Sealing.keyId(row.wrapped()).flatMap(keyring::byId).flatMap(wrapper -> {
            try (Secret text = Sealing.open(wrapper, row.wrapped(), binding(row.first(), row.keyId()))) {
                return Optional.of(Base64.getDecoder().decode(text.reveal()));
            } catch (UnreadableSecretException | IllegalArgumentException _) {
                return Optional.empty();
            }
        });
    }

    private static SealBinding binding(long first, String keyId) {
        return new SealBinding("vault_chain_key", new UUID(0, first), "audit-chain", keyId);
    }

    private static byte[] derive(MasterKey key) {
        return key.derive("audit-chain", LENGTH);
    }

    private static byte[] anyKey() {
        byte[] key = new byte[LENGTH];
        RANDOM.nextBytes(key);
        return key;
    }
}
