package tallyfold.vault;

import org.jasypt.encryption.StringEncryptor;
import org.springframework.stereotype.Component;

/** Makes encrypted settings, which the configuration opens at the start. */
@Component
public class SettingSeal {

    private final StringEncryptor encryptor;

    SettingSeal(StringEncryptor jasyptStringEncryptor) {
        this.encryptor = jasyptStringEncryptor;
    }

    /**
     * A secret as it may stand in the configuration, {@code ENC(…)}; another one each time.
     *
     * @throws MasterKeyRefusedException when there is no master key, or none that can be used
     */
    public String seal(String secret) {
        return "ENC(" + encryptor.encrypt(secret) + ")";
    }
}
