package tallyfold.vault;

import java.nio.file.Path;
import org.springframework.stereotype.Component;
import tallyfold.vault.internal.Rotation;

/** Puts a new master key in the place of the present one and seals every secret anew. Safe to be killed and run again. */
@Component
public class MasterKeyRotation {

    private final Rotation rotation;

    MasterKeyRotation(Rotation rotation) {
        this.rotation = rotation;
    }

    /** Makes a new key where the key is our own file, or first of all finishes a rotation that was cut off. */
    public RotationResult run(KeyProgress progress) {
        return rotation.run(progress);
    }

    /**
     * Goes over to the key that the operator has put in place.
     *
     * @param old a file with the key that is in use until now
     */
    public RotationResult runFrom(Path old, KeyProgress progress) {
        return rotation.runFrom(old, progress);
    }
}
