package tallyfold.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tallyfold.support.OidcProvider;

/** A provider that is down when the product starts, comes up later, and goes away again. */
@SecurityWebTest
@DirtiesContext
@SuppressWarnings("NullAway")
class SingleSignOnOutageTest {

    private static final OidcProvider PROVIDER = new OidcProvider();

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        for (String setting : PROVIDER.settings()) {
            String[] parts = setting.split("=", 2);
            registry.add(parts[0], () -> parts[1]);
        }
        registry.add("spring.datasource.url", () -> "jdbc:h2:mem:single-sign-on-outage;DB_CLOSE_DELAY=-1");
        registry.add("tallyfold.home", () -> "target/single-sign-on-outage-test");
    }

    @AfterAll
    static void stopProvider() {
        PROVIDER.stop();
    }

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void leavesLocalAccountsAloneAndWorksAsSoonAsTheProviderDoes() {
        SignInTrip browser = new SignInTrip(port);
        assertThat(browser.get("/login").statusCode()).isEqualTo(200);
        assertThat(SignInTrip.target(browser.get("/oauth2/authorization/oidc")).toString())
                .endsWith("/login?error");
        assertThat(jdbc.sql("SELECT detail FROM audit_event WHERE outcome = 'REFUSED'")
                        .query(String.class)
                        .list())
                .containsExactly("OpenID Connect: provider unreachable");
        assertThat(Browser.target(new Browser(port).signIn("admin", "kestrel-marsh-41-oak")))
                .isEqualTo("/");

        PROVIDER.person("grace", "tally-managers").start();
        assertThat(browser.signIn("grace")).isEqualTo("/");

        SignInTrip other = new SignInTrip(port);
        var callback = other.atProvider(other.begin(), "grace");
        PROVIDER.stop();
        assertThat(other.back(callback)).isEqualTo("/login?error");
        assertThat(other.signedOut("/tests/signed-in")).isTrue();
        assertThat(browser.signedOut("/tests/signed-in")).isFalse();

        PROVIDER.start();
        assertThat(new SignInTrip(port).signIn("grace"))
                .as("with the new keys of a provider that was started again")
                .isEqualTo("/");
    }
}
