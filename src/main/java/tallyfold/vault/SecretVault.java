package tallyfold.vault;

import org.springframework.stereotype.Component;
import tallyfold.kernel.Secret;
import tallyfold.vault.internal.KeyInUse;
import tallyfold.vault.internal.Keyring;
import tallyfold.vault.internal.MasterKey;
import tallyfold.vault.internal.Sealing;

/** Seals secrets under the master key, bound to the row they stand in. */
@Component
public class SecretVault {

    private final Keyring keyring;
    private final KeyInUse inUse;

    SecretVault(Keyring keyring, KeyInUse inUse) {
        this.keyring = keyring;
        this.inUse = inUse;
    }

    /** Seals under the active master key; each call yields another text. The caller's secret stays open. */
    public SealedSecret seal(Secret secret, SealBinding binding) {
        return Sealing.seal(keyring.active(), secret, binding);
    }

    /**
     * Opens a sealed secret.
     *
     * @throws UnreadableSecretException when it was sealed for another binding, by another key, or was changed
     */
    public Secret open(SealedSecret sealed, SealBinding binding) {
        MasterKey key = Sealing.keyId(sealed).flatMap(keyring::byId).orElseThrow(UnreadableSecretException::new);
        return Sealing.open(key, sealed, binding);
    }

    /**
     * Whether the master key was changed since this was sealed. Called in the transaction that stores it, it holds the
     * key until that ends, so that no change of the key can miss the row.
     */
    public boolean outdated(SealedSecret sealed) {
        return !Sealing.keyId(sealed).equals(inUse.lock());
    }

    /**
     * Seals under the key that is in use now what was sealed a moment ago under the one before.
     *
     * @throws UnreadableSecretException when it does not open
     */
    public SealedSecret sealAnew(SealedSecret sealed, SealBinding binding) {
        try (Secret secret = open(sealed, binding)) {
            return Sealing.seal(inUse.key(), secret, binding);
        }
    }
}
