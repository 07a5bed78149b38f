package tallyfold.security.internal;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * What the provider says of itself, asked for when somebody first wants to sign in with it: the product starts, and local
 * accounts work, while it is down.
 */
final class ProviderDiscovery implements ClientRegistrationRepository {

    private static final ParameterizedTypeReference<Map<String, Object>> DOCUMENT =
            new ParameterizedTypeReference<>() {};

    private final SingleSignOnProperties properties;
    private final RestClient client;
    private volatile @Nullable ClientRegistration known;

    ProviderDiscovery(SingleSignOnProperties properties, ClientHttpRequestFactory requests) {
        this.properties = properties;
        this.client = RestClient.builder().requestFactory(requests).build();
    }

    /**
     * The registration.
     *
     * @throws SingleSignOnException when the provider cannot be asked, or calls itself something else
     */
    @Override
    public @Nullable ClientRegistration findByRegistrationId(String registrationId) {
        if (!SingleSignOn.REGISTRATION.equals(registrationId)) {
            return null;
        }
        ClientRegistration before = known;
        if (before != null) {
            return before;
        }
        try {
            ClientRegistration found = discover();
            known = found;
            return found;
        } catch (RestClientException | IllegalArgumentException | IllegalStateException e) {
            throw new SingleSignOnException(SignInRefusal.Reason.PROVIDER_UNREACHABLE, "", e);
        }
    }

    private ClientRegistration discover() {
        String issuer = Objects.requireNonNull(properties.issuer()).strip();
        Map<String, Object> document = client.get()
                .uri(issuer.replaceAll("/+$", "") + "/.well-known/openid-configuration")
                .accept(MediaType.APPLICATION_JSON)
                .retrieve()
                .body(DOCUMENT);
        if (document == null || !issuer.equals(document.get("issuer"))) {
            throw new IllegalStateException("The provider at " + issuer + " calls itself "
                    + (document == null ? "nothing" : document.get("issuer")));
        }
        for (String address : List.of("token_endpoint", "jwks_uri")) {
            SingleSignOnProperties.requireSafe(address + " of the provider", String.valueOf(document.get(address)));
        }
        return ClientRegistrations.fromOidcConfiguration(document)
                .registrationId(SingleSignOn.REGISTRATION)
                .clientId(Objects.requireNonNull(properties.clientId()))
                .clientSecret(Objects.requireNonNull(properties.clientSecret()))
                .clientName(properties.name())
                .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                .scope("openid", "profile", "email")
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build())
                .build();
    }
}
