package tallyfold.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tallyfold.kernel.Secret;
import tallyfold.network.NetworkPath.Route;
import tallyfold.support.ChosenNetwork;
import tallyfold.support.ConnectProxy;
import tallyfold.support.OidcProvider;
import tallyfold.support.TestAuthority;
import tallyfold.support.TlsFront;

/** A provider that only the proxy knows, with a certificate of an authority that somebody has to add first. */
@SecurityWebTest
@DirtiesContext
@Import(SingleSignOnNetworkTest.Network.class)
@ExtendWith(OutputCaptureExtension.class)
@SuppressWarnings("NullAway")
class SingleSignOnNetworkTest {

    private static final String HOST = "login.contoso.example";
    private static final String PASSWORD = "pass:word-of-the-proxy";
    private static final String REFUSED = "/login?error";

    @TempDir
    private static Path folder;

    private static final OidcProvider PROVIDER = new OidcProvider();
    private static TestAuthority authority;
    private static TlsFront front;
    private static ConnectProxy proxy;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        authority = TestAuthority.create(folder, "Contoso Inspection");
        authority.issue(HOST);
        front = new TlsFront(authority.server(HOST), PROVIDER.port());
        proxy = new ConnectProxy(front.port(), "anna:" + PASSWORD);
        PROVIDER.callItself("https://" + HOST + ":" + front.port()).start();
        for (String setting : PROVIDER.settings()) {
            String[] parts = setting.split("=", 2);
            registry.add(parts[0], () -> parts[1]);
        }
        registry.add("spring.datasource.url", () -> "jdbc:h2:mem:single-sign-on-network;DB_CLOSE_DELAY=-1");
        registry.add("tallyfold.home", () -> "target/single-sign-on-network-test");
    }

    @AfterAll
    static void stop() {
        PROVIDER.stop();
        proxy.close();
        front.close();
    }

    @Configuration(proxyBeanMethods = false)
    static class Network {

        @Bean
        ChosenNetwork chosenNetwork() {
            return new ChosenNetwork();
        }
    }

    @LocalServerPort
    private int port;

    @Autowired
    private ChosenNetwork network;

    private static Route through(String password) {
        return new Route.Through("127.0.0.1", proxy.port(), "anna", Secret.of(password), List.of());
    }

    private String begin() {
        return new SignInTrip(port).begin().toString();
    }

    /** The browser needs neither the proxy nor the authority; that is another's matter. */
    private static URI near(URI begun) {
        return URI.create(begun.toString().replace(PROVIDER.issuer(), "http://localhost:" + PROVIDER.port()));
    }

    @Test
    void isAskedByTheWayThatHoldsNow(CapturedOutput log) {
        PROVIDER.person("grace", "tally-managers");
        assertThat(begin()).as("without the proxy nobody knows the name").endsWith(REFUSED);

        network.set(through(PASSWORD));
        assertThat(begin()).endsWith(REFUSED);
        assertThat(log).contains("unknown authority: Contoso Inspection");

        network.set(through("wrong"), authority.certificate());
        assertThat(begin()).endsWith(REFUSED);

        network.set(through(PASSWORD), authority.certificate());
        SignInTrip browser = new SignInTrip(port);
        assertThat(browser.back(browser.atProvider(near(browser.begin()), "grace")))
                .as("discovery, token and keys, without a restart")
                .isEqualTo("/");
        assertThat(proxy.asked())
                .isNotEmpty()
                .allMatch(line -> line.equals("CONNECT " + HOST + ":" + front.port() + " HTTP/1.1"));
        assertThat(new String(proxy.passed(), StandardCharsets.ISO_8859_1))
                .doesNotContain("grant_type")
                .doesNotContain("/oauth2/");

        SignInTrip other = new SignInTrip(port);
        URI callback = other.atProvider(near(other.begin()), "grace");
        network.set(new Route.Direct(), authority.certificate());
        assertThat(other.back(callback))
                .as("once the proxy is not chosen any more")
                .isEqualTo(REFUSED);
        assertThat(log).doesNotContain(PASSWORD);
    }
}
