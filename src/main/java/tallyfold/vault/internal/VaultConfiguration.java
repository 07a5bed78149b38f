package tallyfold.vault.internal;

import java.util.function.Supplier;
import org.jasypt.encryption.StringEncryptor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the vault offers to those who may not know it. */
@Configuration(proxyBeanMethods = false)
class VaultConfiguration {

    private static final int CHAIN_KEY_LENGTH = 32;

    /** Opens {@code ENC(…)} wherever it stands in the configuration. The name is the one jasypt looks for. */
    @Bean("jasyptStringEncryptor")
    static StringEncryptor jasyptStringEncryptor(MasterKeySources keys) {
        return new ConfigurationEncryptor(keys);
    }

    /** The key that chains the audit log. A copy each time, for the caller to wipe. */
    @Bean("auditChainKey")
    static Supplier<byte[]> auditChainKey(Keyring keyring) {
        return () -> keyring.active().derive("audit-chain", CHAIN_KEY_LENGTH);
    }
}
