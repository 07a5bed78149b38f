package tallyfold.vault.internal;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The keys in use. Loaded and checked on first use, which at the latest is before the web port opens. */
@Component
public class Keyring {

    private final MasterKeyCheck check;
    private final ReentrantLock loading = new ReentrantLock();
    private final Map<String, MasterKey> held = new ConcurrentHashMap<>();
    private volatile @Nullable KeyOutcome outcome;

    Keyring(MasterKeyCheck check) {
        this.check = check;
    }

    /** The key that new secrets are sealed with. */
    public MasterKey active() {
        return outcome().key();
    }

    /** The key a stored secret names; empty when this installation does not hold it. */
    public Optional<MasterKey> byId(String keyId) {
        MasterKey active = active();
        if (active.id().equals(keyId)) {
            return Optional.of(active);
        }
        MasterKey other = held.get(keyId);
        if (other != null) {
            return Optional.of(other);
        }
        // Another process on the same database may have changed the key, and its file with it.
        Optional<MasterKey> newcomer = check.newcomer(keyId);
        newcomer.ifPresent(this::use);
        return newcomer;
    }

    /** Keeps a key at hand beside the active one. */
    void hold(MasterKey key) {
        held.put(key.id(), key);
    }

    /** Seals with this key from now on; the one before stays at hand. */
    void use(MasterKey key) {
        loading.lock();
        try {
            KeyOutcome before = outcome;
            if (before != null) {
                hold(before.key());
            }
            outcome = new KeyOutcome(key, OptionalInt.empty());
        } finally {
            loading.unlock();
        }
    }

    KeyOutcome outcome() {
        KeyOutcome known = outcome;
        if (known != null) {
            return known;
        }
        loading.lock();
        try {
            KeyOutcome now = outcome;
            if (now == null) {
                now = check.run();
                check.leaving(now.key()).forEach(this::hold);
                outcome = now;
            }
            return now;
        } finally {
            loading.unlock();
        }
    }
}
