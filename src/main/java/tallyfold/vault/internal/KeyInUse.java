package tallyfold.vault.internal;

import java.util.Optional;
import org.springframework.stereotype.Component;
import tallyfold.uikit.Texts;
import tallyfold.vault.MasterKeyRefusedException;

/** The master key that the database names as the active one, which another process may have changed. */
@Component
public class KeyInUse {

    private final Keyring keyring;
    private final VaultKeyRepository known;

    KeyInUse(Keyring keyring, VaultKeyRepository known) {
        this.keyring = keyring;
        this.known = known;
    }

    /** Its id, held until the surrounding transaction ends; empty when it was changed this very moment. */
    public Optional<String> lock() {
        return known.lockActive();
    }

    /**
     * The key itself.
     *
     * @throws MasterKeyRefusedException when this process does not have it
     */
    public MasterKey key() {
        String id = known.activeId().orElseGet(() -> keyring.active().id());
        return keyring.byId(id).orElseThrow(() -> new MasterKeyRefusedException(Texts.of("vault.rotate.restart", id)));
    }
}
