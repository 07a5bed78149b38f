package tallyfold.vault.internal;

import org.jasypt.encryption.StringEncryptor;
import tallyfold.uikit.Texts;
import tallyfold.vault.MasterKeyRefusedException;

/**
 * Opens encrypted configuration. It is asked before there is a database, so it takes the key as found: one that opens
 * nothing is refused here, one that opens the configuration is compared with the database later.
 */
final class ConfigurationEncryptor implements StringEncryptor {

    private final MasterKeySources keys;

    ConfigurationEncryptor(MasterKeySources keys) {
        this.keys = keys;
    }

    @Override
    public String encrypt(String message) {
        return key().encryptor().encrypt(message);
    }

    @Override
    public String decrypt(String encrypted) {
        MasterKey key = key();
        try {
            return key.encryptor().decrypt(encrypted);
        } catch (Exception _) {
            // jasypt throws checked exceptions undeclared, and their messages are of no help to an operator.
            return decryptWithReplaced(key, encrypted);
        }
    }

    /** While the key is being replaced, the configuration may still be encrypted with the one before. */
    private String decryptWithReplaced(MasterKey key, String encrypted) {
        try {
            MasterKey replaced = keys.replaced().orElse(key);
            return replaced.encryptor().decrypt(encrypted);
        } catch (Exception _) {
            throw new MasterKeyRefusedException(Texts.of("vault.configuration.unreadable", key.id(), key.origin()));
        }
    }

    private MasterKey key() {
        return keys.find()
                .orElseThrow(
                        () -> new MasterKeyRefusedException(Texts.of("vault.configuration.no-key", keys.places())));
    }
}
