package tallyfold.vault.internal;

import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The keys in use. Loaded and checked on first use, which at the latest is before the web port opens. */
@Component
public class Keyring {

    private final MasterKeyCheck check;
    private final ReentrantLock loading = new ReentrantLock();
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
        return Optional.of(active()).filter(key -> key.id().equals(keyId));
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
                outcome = now;
            }
            return now;
        } finally {
            loading.unlock();
        }
    }
}
