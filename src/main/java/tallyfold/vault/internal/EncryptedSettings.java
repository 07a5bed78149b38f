package tallyfold.vault.internal;

import com.ulisesbocchio.jasyptspringboot.EncryptablePropertySource;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertySource;
import org.springframework.stereotype.Component;

/** The {@code ENC(…)} values of the configuration, which only the operator can put in place anew. */
@Component
class EncryptedSettings {

    private static final String PREFIX = "ENC(";
    private static final String SUFFIX = ")";

    private final Environment environment;

    EncryptedSettings(Environment environment) {
        this.environment = environment;
    }

    /** Each encrypted value by its name, encrypted for the other key. */
    SortedMap<String, String> renewed(MasterKey old, MasterKey next) {
        SortedMap<String, String> renewed = new TreeMap<>();
        if (!(environment instanceof ConfigurableEnvironment all)) {
            return renewed;
        }
        for (PropertySource<?> source : all.getPropertySources()) {
            PropertySource<?> plain =
                    source instanceof EncryptablePropertySource<?> wrapped ? wrapped.getDelegate() : source;
            if (plain instanceof EnumerablePropertySource<?> names) {
                for (String name : names.getPropertyNames()) {
                    String value = String.valueOf(names.getProperty(name)).strip();
                    if (value.startsWith(PREFIX) && value.endsWith(SUFFIX)) {
                        String sealed = value.substring(PREFIX.length(), value.length() - SUFFIX.length());
                        if (decrypt(next, sealed).isEmpty()) {
                            renewed.putIfAbsent(name, renew(old, next, sealed));
                        }
                    }
                }
            }
        }
        return renewed;
    }

    /** Empty for a value that opens with neither: it is left to the operator. */
    private static String renew(MasterKey old, MasterKey next, String sealed) {
        return decrypt(old, sealed)
                .map(plain -> PREFIX + next.encryptor().encrypt(plain) + SUFFIX)
                .orElse("");
    }

    private static Optional<String> decrypt(MasterKey key, String sealed) {
        try {
            return Optional.of(key.encryptor().decrypt(sealed));
        } catch (Exception _) {
            // jasypt throws checked exceptions undeclared.
            return Optional.empty();
        }
    }
}
