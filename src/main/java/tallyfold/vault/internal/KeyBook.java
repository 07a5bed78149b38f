package tallyfold.vault.internal;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import tallyfold.vault.KnownKey;

/** What the database and this machine say of master keys. */
@Component
public class KeyBook {

    private final VaultKeyRepository known;
    private final MasterKeySources keys;

    KeyBook(VaultKeyRepository known, MasterKeySources keys) {
        this.known = known;
        this.keys = keys;
    }

    public List<KnownKey> all() {
        String active = known.activeId().orElse("");
        return known.all().stream()
                .map(key -> new KnownKey(
                        key.keyId(), key.origin(), key.createdAt(), key.keyId().equals(active), key.retiredAt()))
                .sorted(Comparator.comparing(KnownKey::active)
                        .thenComparing(KnownKey::since)
                        .reversed())
                .toList();
    }

    public boolean ours() {
        return keys.ownFileIsTheKey();
    }
}
