package tallyfold.security.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import tallyfold.security.Role;
import tallyfold.support.ChosenNetwork;

class SingleSignOnSettingsTest {

    private static final String ISSUER = "https://login.contoso.example";

    private static SingleSignOnProperties bound(String... settings) {
        Map<String, String> all = new HashMap<>();
        for (String setting : settings) {
            String[] parts = setting.split("=", 2);
            all.put("tallyfold.oidc." + parts[0], parts[1]);
        }
        return new Binder(new MapConfigurationPropertySource(all))
                .bindOrCreate("tallyfold.oidc", SingleSignOnProperties.class);
    }

    private static SingleSignOnProperties issuer(@Nullable String issuer, @Nullable String secret) {
        return new SingleSignOnProperties(issuer, "tallyfold", secret, "Contoso", "roles", "admins", null, null, null);
    }

    @Nested
    class Properties {

        @Test
        void areOffWithoutAnIssuer() {
            assertThat(bound().on()).isFalse();
            assertThat(bound("issuer= ", "client-id=x").on()).isFalse();
            assertThat(new SingleSignOn(bound()).name()).isEmpty();
        }

        @Test
        void haveDefaultsAndReadARole() {
            SingleSignOnProperties read =
                    bound("issuer=" + ISSUER, "client-id=x", "client-secret=y", "default-role=viewer");
            assertThat(read.roleClaim()).isEqualTo("roles");
            assertThat(read.name()).isEqualTo("single sign-on");
            assertThat(read.defaultRole()).isEqualTo(Role.VIEWER);
            assertThat(bound("default-role=").defaultRole()).isNull();
        }

        @Test
        void doNotShowTheSecret() {
            assertThat(issuer(ISSUER, "open sesame").toString()).doesNotContain("sesame");
        }

        @Test
        void wantASecret() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> issuer(ISSUER, " "))
                    .withMessageContaining("client-secret");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "http://login.contoso.example",
                    "http://localhost.evil.example",
                    "http://localhost@evil.example",
                    "ftp://localhost",
                    "file:///etc/passwd",
                    "login.contoso.example",
                    "//login.contoso.example"
                })
        void wantHttps(String issuer) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> issuer(issuer, "secret"))
                    .withMessageContaining("https://");
        }

        @ParameterizedTest
        @ValueSource(strings = {ISSUER, "http://localhost:9000", "http://127.0.0.1:9000/realm", "http://[::1]:9000"})
        void takeHttpFromThisMachine(String issuer) {
            assertThat(issuer(issuer, "secret").on()).isTrue();
        }
    }

    @Nested
    class Roles {

        private final ClaimedRole roles = new ClaimedRole(new SingleSignOnProperties(
                ISSUER, "x", "y", "Contoso", "realm.roles", "admins", " managers ", "", null));

        @Test
        void areFoundInsideOfAClaimAndUnderAClaimWithADot() {
            assertThat(roles.of(Map.of("realm", Map.of("roles", List.of("other", "managers")))))
                    .contains(Role.PROJECT_MANAGER);
            assertThat(roles.of(Map.of("realm.roles", "admins"))).contains(Role.ADMINISTRATOR);
        }

        @Test
        void areNotMadeOfSomethingElse() {
            assertThat(roles.of(Map.of())).isEmpty();
            assertThat(roles.of(Map.of("realm", "admins"))).isEmpty();
            assertThat(roles.of(Map.of("realm", Map.of("roles", 7)))).isEmpty();
            assertThat(roles.of(Map.of("realm", Map.of("roles", List.of(7, Map.of("admins", true), "")))))
                    .isEmpty();
            assertThat(roles.of(Map.of("realm", Map.of("roles", "admins managers"))))
                    .isEmpty();
        }

        @Test
        void haveADefaultWhenOneIsGiven() {
            var lenient = new ClaimedRole(new SingleSignOnProperties(
                    ISSUER, "x", "y", "Contoso", "roles", "admins", null, null, Role.VIEWER));
            assertThat(lenient.of(Map.of())).contains(Role.VIEWER);
            assertThat(lenient.of(Map.of("roles", "admins"))).contains(Role.ADMINISTRATOR);
        }
    }

    @Nested
    class Discovery {

        @Test
        void readsWhatTheProviderSaysOnce() throws IOException {
            ClientRegistration found = ask("http://localhost:PORT", "https://login.contoso.example/token");
            assertThat(found.getProviderDetails().getTokenUri()).isEqualTo("https://login.contoso.example/token");
            assertThat(found.getClientSettings().isRequireProofKey()).isTrue();
        }

        @ParameterizedTest
        @ValueSource(strings = {"http://127.0.0.1:PORT", "http://localhost:PORT/", "https://evil.example", ""})
        void refusesAProviderThatCallsItselfSomethingElse(String itself) {
            assertThatExceptionOfType(SingleSignOnException.class)
                    .isThrownBy(() -> ask(itself, "https://login.contoso.example/token"))
                    .satisfies(why -> assertThat(why.reason()).isEqualTo(SignInRefusal.Reason.PROVIDER_UNREACHABLE));
        }

        @ParameterizedTest
        @ValueSource(strings = {"http://login.contoso.example/token", "file:///etc/passwd", "not an address"})
        void sendsTheSecretNowhereUnsafe(String token) {
            assertThatExceptionOfType(SingleSignOnException.class)
                    .isThrownBy(() -> ask("http://localhost:PORT", token));
        }

        /** PORT stands for the port of the provider. */
        private static ClientRegistration ask(String itself, String token) throws IOException {
            HttpServer provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            String port = Integer.toString(provider.getAddress().getPort());
            byte[] document = """
                    {"issuer":"%s","authorization_endpoint":"https://login.contoso.example/authorize",
                     "token_endpoint":"%s","jwks_uri":"https://login.contoso.example/keys",
                     "response_types_supported":["code"],"subject_types_supported":["public"],
                     "id_token_signing_alg_values_supported":["RS256"]}""".formatted(itself.replace("PORT", port), token).getBytes(StandardCharsets.UTF_8);
            provider.createContext("/.well-known/openid-configuration", exchange -> {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, document.length);
                exchange.getResponseBody().write(document);
                exchange.close();
            });
            provider.start();
            try {
                var discovery = new ProviderDiscovery(
                        issuer("http://localhost:" + port, "secret"), new ProviderRequests(new ChosenNetwork().ways()));
                ClientRegistration found =
                        Objects.requireNonNull(discovery.findByRegistrationId(SingleSignOn.REGISTRATION));
                assertThat(discovery.findByRegistrationId("other")).isNull();
                provider.stop(0);
                assertThat(discovery.findByRegistrationId(SingleSignOn.REGISTRATION))
                        .isSameAs(found);
                return found;
            } finally {
                provider.stop(0);
            }
        }
    }
}
