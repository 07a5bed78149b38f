package tallyfold.vault;

import java.nio.file.Path;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tallyfold.vault.internal.MasterKeySources;

/** The master key that is in place on this machine, whatever a database expects. */
@Component
public class PresentMasterKey {

    private final MasterKeySources keys;

    PresentMasterKey(MasterKeySources keys) {
        this.keys = keys;
    }

    /**
     * Its id; empty when there is none.
     *
     * @throws MasterKeyRefusedException when there is one that cannot be used
     */
    public Optional<String> id() {
        return keys.presentId();
    }

    /** The file an earlier key was put aside in when it was replaced. */
    public Optional<Path> retired(String keyId) {
        return keys.findRetired(keyId);
    }

    /** Where keys are looked for, for messages. */
    public String places() {
        return keys.places();
    }
}
