package tallyfold.vault.internal;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import tallyfold.kernel.Secret;
import tallyfold.vault.SealBinding;
import tallyfold.vault.SealedSecret;
import tallyfold.vault.UnreadableSecretException;

/** A replaced master key, sealed under its successor for as long as something is still sealed with it. */
final class LeavingKey {

    private LeavingKey() {}

    static SealedSecret seal(MasterKey successor, MasterKey leaving) {
        try (Secret text = Secret.of(leaving.toText())) {
            return Sealing.seal(successor, text, binding(leaving.id()));
        }
    }

    /** Empty when it does not open, or is another key than its id says. */
    static Optional<MasterKey> open(MasterKey successor, String keyId, SealedSecret sealed) {
        try (Secret text = Sealing.open(successor, sealed, binding(keyId))) {
            return MasterKey.parse(text.reveal(), "the database")
                    .filter(key -> key.id().equals(keyId));
        } catch (UnreadableSecretException _) {
            return Optional.empty();
        }
    }

    private static SealBinding binding(String keyId) {
        UUID row = UUID.nameUUIDFromBytes(keyId.getBytes(StandardCharsets.US_ASCII));
        return new SealBinding("vault_key", row, "leaving", keyId);
    }
}
