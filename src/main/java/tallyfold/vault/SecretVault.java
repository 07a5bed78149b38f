package tallyfold.vault;

import org.springframework.stereotype.Component;
import tallyfold.kernel.Secret;

/** Seals secrets under the master key, bound to the row they stand in. */
@Component
public class SecretVault {

    public SealedSecret seal(Secret secret, SealBinding binding) {
        throw new UnsupportedOperationException();
    }

    /**
     * Opens a sealed secret.
     *
     * @throws UnreadableSecretException when it was sealed for another binding, by another key, or was changed
     */
    public Secret open(SealedSecret sealed, SealBinding binding) {
        throw new UnsupportedOperationException();
    }
}
