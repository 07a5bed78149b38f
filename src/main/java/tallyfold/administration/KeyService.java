package tallyfold.administration;

import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import tallyfold.security.Role;
import tallyfold.vault.KeyProgress;
import tallyfold.vault.KnownKey;
import tallyfold.vault.MasterKeyRotation;
import tallyfold.vault.MasterKeys;
import tallyfold.vault.RotationResult;
import tallyfold.vault.SecretsCheck;
import tallyfold.vault.SecretsReport;

/** The master key and what it seals, as an administrator sees them: ids, counts and names, never a value. */
@Service
@PreAuthorize("hasRole('" + Role.ADMINISTRATOR_ROLE + "')")
public class KeyService {

    private final MasterKeys keys;
    private final SecretsCheck secrets;
    private final MasterKeyRotation rotation;

    KeyService(MasterKeys keys, SecretsCheck secrets, MasterKeyRotation rotation) {
        this.keys = keys;
        this.secrets = secrets;
        this.rotation = rotation;
    }

    /** The key in use first, then the ones before. */
    public List<KnownKey> keys() {
        return keys.all();
    }

    /** Whether the page can replace the key; otherwise the operator has to. */
    public boolean replaceable() {
        return keys.ours();
    }

    /** Opens every sealed token once. May take seconds. */
    public SecretsReport check(KeyProgress progress) {
        return secrets.run(progress);
    }

    /** Replaces the master key. May take seconds; can be run again if it was cut off. */
    public RotationResult rotate(KeyProgress progress) {
        return rotation.run(progress);
    }
}
