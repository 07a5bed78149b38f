package tallyfold.vault.internal;

import org.jasypt.encryption.StringEncryptor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the vault offers to those who may not know it. */
@Configuration(proxyBeanMethods = false)
class VaultConfiguration {

    /** Opens {@code ENC(…)} wherever it stands in the configuration. The name is the one jasypt looks for. */
    @Bean("jasyptStringEncryptor")
    static StringEncryptor jasyptStringEncryptor(MasterKeySources keys) {
        return new ConfigurationEncryptor(keys);
    }
}
