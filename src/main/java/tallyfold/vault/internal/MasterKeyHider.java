package tallyfold.vault.internal;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import tallyfold.uikit.Texts;
import tallyfold.vault.MasterKeyRefusedException;

/**
 * Takes the master key out of what Spring shows of the process environment; the vault reads the real environment. A key
 * given as a property would be visible in the list of processes or lie in a configuration file, and is refused.
 */
public final class MasterKeyHider implements EnvironmentPostProcessor, Ordered {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        String name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
        PropertySource<?> original = environment.getPropertySources().get(name);
        if (original != null && original.getSource() instanceof Map<?, ?> variables) {
            Map<String, Object> shown = new HashMap<>();
            variables.forEach((key, value) -> {
                if (!MasterKeySources.VARIABLE.equalsIgnoreCase(String.valueOf(key))) {
                    shown.put(String.valueOf(key), value);
                }
            });
            environment.getPropertySources().replace(name, new SystemEnvironmentPropertySource(name, shown));
        }
        if (environment.containsProperty("tallyfold.master-key")) {
            throw new MasterKeyRefusedException(Texts.of("vault.key.as-property"));
        }
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
