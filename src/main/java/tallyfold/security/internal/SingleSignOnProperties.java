package tallyfold.security.internal;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import tallyfold.security.Role;

/**
 * Sign-in with a provider of OpenID Connect.
 *
 * @param issuer the provider's address as it calls itself; null or blank to have local accounts only
 * @param name on the button, for example of the company
 * @param roleClaim which claim says who may do what; dots lead into a claim inside of a claim
 * @param administratorValue the value in it that makes an administrator; null for none
 * @param projectManagerValue the same for project managers
 * @param viewerValue the same for viewers
 * @param defaultRole of those who have none of the values; null to keep them out
 */
@ConfigurationProperties("tallyfold.oidc")
record SingleSignOnProperties(
        @Nullable String issuer,
        @Nullable String clientId,
        @Nullable String clientSecret,
        @DefaultValue("single sign-on") String name,
        @DefaultValue("roles") String roleClaim,
        @Nullable String administratorValue,
        @Nullable String projectManagerValue,
        @Nullable String viewerValue,
        @Nullable Role defaultRole) {

    SingleSignOnProperties {
        if (issuer != null && !issuer.isBlank()) {
            if (clientId == null || clientId.isBlank() || clientSecret == null || clientSecret.isBlank()) {
                throw new IllegalArgumentException(
                        "tallyfold.oidc.issuer is set, but tallyfold.oidc.client-id or tallyfold.oidc.client-secret is not. Set both.");
            }
            requireSafe("tallyfold.oidc.issuer", issuer.strip());
        }
    }

    /** Whoever can change what the provider says can be anybody here. */
    static void requireSafe(String what, String url) {
        URI address = URI.create(url);
        String host = address.getHost() == null ? "" : address.getHost().toLowerCase(Locale.ROOT);
        boolean local = host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
        if (!"https".equals(address.getScheme()) && !("http".equals(address.getScheme()) && local)) {
            throw new IllegalArgumentException(
                    what + " must begin with https:// (http:// is accepted for this machine only)");
        }
    }

    boolean on() {
        return issuer != null && !issuer.isBlank();
    }

    /** Nothing of the secret. */
    @Override
    public String toString() {
        return "SingleSignOnProperties[" + issuer + "]";
    }
}
