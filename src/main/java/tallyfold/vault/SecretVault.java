package tallyfold.vault;

import org.springframework.stereotype.Component;
import tallyfold.kernel.Secret;
import tallyfold.vault.internal.Keyring;
import tallyfold.vault.internal.MasterKey;
import tallyfold.vault.internal.Sealing;

/** Seals secrets under the master key, bound to the row they stand in. */
@Component
public class SecretVault {

    private final Keyring keyring;

    SecretVault(Keyring keyring) {
        this.keyring = keyring;
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
}
