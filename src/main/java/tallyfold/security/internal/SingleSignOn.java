package tallyfold.security.internal;

import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Whether people can sign in with a provider, as the sign-in page needs to know. */
@Component
@EnableConfigurationProperties(SingleSignOnProperties.class)
public class SingleSignOn {

    /** Names the one provider in addresses. */
    static final String REGISTRATION = "oidc";

    /** Where the way to the provider begins, below the root of the product. */
    public static final String PATH = "oauth2/authorization/" + REGISTRATION;

    private final SingleSignOnProperties properties;

    SingleSignOn(SingleSignOnProperties properties) {
        this.properties = properties;
    }

    /** The name of the provider; empty when there is none. */
    public Optional<String> name() {
        return properties.on() ? Optional.of(properties.name()) : Optional.empty();
    }
}
