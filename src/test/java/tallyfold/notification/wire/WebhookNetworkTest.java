package tallyfold.notification.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tallyfold.kernel.Secret;
import tallyfold.network.NetworkPath.Route;
import tallyfold.support.ChosenNetwork;
import tallyfold.support.ConnectProxy;
import tallyfold.support.RawServer;
import tallyfold.support.TestAuthority;
import tallyfold.support.TlsFront;

/** The webhook behind a proxy and behind an authority of the network's own, over real sockets. */
@Timeout(120)
@ExtendWith(OutputCaptureExtension.class)
class WebhookNetworkTest {

    private static final String HOST = "far.example";
    private static final String PASSWORD = "pass:word-of-the-proxy";
    private static final String SIGN_IN = "anna:" + PASSWORD;
    private static final String BODY = "{\"text\":\"A message for the far side\"}";

    @TempDir
    private static Path folder;

    private static TestAuthority authority;

    private final ChosenNetwork network = new ChosenNetwork();
    private final WebhookWire wire = new WebhookWire(network.ways(), Duration.ofSeconds(5));
    private volatile int status;
    private RawServer receiver;
    private TlsFront service;
    private ConnectProxy proxy;

    @BeforeAll
    static void issue() {
        authority = TestAuthority.create(folder, "Contoso Inspection");
        authority.issue(HOST);
        authority.issue("localhost");
    }

    @BeforeEach
    void serve() {
        status = 204;
        receiver = new RawServer((_, socket) -> RawServer.send(
                socket,
                status,
                String.join(
                        "\r\n",
                        "Location: https://elsewhere.example/",
                        "Proxy-Authenticate: Basic realm=x",
                        "WWW-Authenticate: Basic realm=x",
                        ""),
                new byte[0]));
        service = new TlsFront(
                authority.server(HOST), java.net.URI.create(receiver.url()).getPort());
        proxy = new ConnectProxy(service.port(), SIGN_IN);
    }

    @AfterEach
    void stop() {
        proxy.close();
        service.close();
        receiver.close();
    }

    private Route through(@Nullable String user, @Nullable String password, String... direct) {
        return new Route.Through(
                "127.0.0.1", proxy.port(), user, password == null ? null : Secret.of(password), List.of(direct));
    }

    private SendOutcome send(String address) {
        try (Secret key = Secret.of("the key of the signature")) {
            return wire.send(
                    WebhookAddress.parse(address).orElseThrow(),
                    key,
                    "msg-1",
                    Instant.parse("2026-11-23T09:00:00Z"),
                    BODY);
        }
    }

    private SendOutcome send() {
        return send("https://" + HOST + ":" + service.port() + "/hook");
    }

    private static String refused(SendOutcome outcome) {
        assertThat(outcome).isInstanceOf(SendOutcome.Failed.class);
        String text = ((SendOutcome.Failed) outcome).text();
        assertThat(text).doesNotContain(PASSWORD).doesNotContain("Exception").endsWith(".");
        return text;
    }

    @Test
    void goesThroughTheProxyThatKnowsTheNameAndSeesNothingOfTheMessage(CapturedOutput log) {
        network.set(through("anna", PASSWORD), authority.certificate());

        assertThat(send()).isInstanceOf(SendOutcome.Sent.class);

        assertThat(proxy.asked())
                .isNotEmpty()
                .allMatch(line -> line.equals("CONNECT " + HOST + ":" + service.port() + " HTTP/1.1"));
        assertThat(new String(proxy.passed(), StandardCharsets.ISO_8859_1))
                .contains("Proxy-Authorization: Basic")
                .doesNotContain("webhook-signature")
                .doesNotContain("A message for");
        assertThat(receiver.requests()).singleElement().satisfies(request -> {
            assertThat(request).contains("webhook-signature", BODY);
            assertThat(request).as("nothing of the proxy").doesNotContainIgnoringCase("proxy-authorization");
        });
        assertThat(log).doesNotContain(PASSWORD);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 407})
    void tellsTheFarSideNothingOfTheProxysPasswordWhateverItAsks(int asking, CapturedOutput log) {
        status = asking;
        network.set(through("anna", PASSWORD), authority.certificate());

        refused(send());

        String encoded = Base64.getEncoder().encodeToString(SIGN_IN.getBytes(StandardCharsets.UTF_8));
        assertThat(receiver.requests())
                .isNotEmpty()
                .noneMatch(request -> request.contains(encoded) || request.contains("anna"));
        assertThat(log).doesNotContain(PASSWORD).doesNotContain(encoded);
    }

    @Test
    void trustsAnAddedAuthorityFromTheNextMessageOnAndNoLongerOnceItIsRemoved() {
        try (TlsFront near = new TlsFront(
                authority.server("localhost"),
                java.net.URI.create(receiver.url()).getPort())) {
            String address = "https://localhost:" + near.port() + "/hook";

            assertThat(refused(send(address)))
                    .contains("issued by Contoso Inspection", "Additional certificate authority");
            assertThat(receiver.requests()).isEmpty();

            network.set(new Route.AsConfigured(), authority.certificate());
            assertThat(send(address)).isInstanceOf(SendOutcome.Sent.class);

            network.set(new Route.AsConfigured());
            assertThat(refused(send(address))).contains("Contoso Inspection");
        }
    }

    @Test
    void doesNotAskForAnAuthorityThatIsThereWhenTheNameIsWrong() {
        network.set(new Route.AsConfigured(), authority.certificate());

        assertThat(refused(send("https://localhost:" + service.port() + "/hook")))
                .contains("for another name")
                .doesNotContain("Contoso");
        assertThat(receiver.requests()).isEmpty();
    }

    @Test
    void saysWhatTheProxyRefuses() {
        network.set(through("anna", "wrong"), authority.certificate());
        assertThat(refused(send())).contains("wants a user name and a password", "in the section \"Proxy\"");
        network.set(through(null, null), authority.certificate());
        assertThat(refused(send())).contains("wants a user name and a password");

        try (RawServer stern = new RawServer((_, socket) -> RawServer.send(socket, 403, "", new byte[0]))) {
            int port = java.net.URI.create(stern.url()).getPort();
            network.set(new Route.Through("127.0.0.1", port, null, null, List.of()));
            assertThat(refused(send())).contains("lets nothing through", "Hosts reached directly");
        }
        proxy.close();
        network.set(through("anna", PASSWORD));
        assertThat(refused(send())).contains("The proxy does not answer");
        assertThat(receiver.requests()).isEmpty();
    }

    @Test
    void reachesNamedHostsAndThisMachineWithoutIt() {
        for (String direct : List.of(HOST, ".example")) {
            network.set(through("anna", PASSWORD, direct), authority.certificate());
            // The name leads nowhere without the proxy, which is how the test knows.
            assertThat(refused(send())).contains("Nobody knows the server");
        }
        assertThat(send(receiver.url() + "/hook")).isInstanceOf(SendOutcome.Sent.class);
        assertThat(proxy.asked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://169.254.169.254/latest/meta-data",
                "https://[::ffff:169.254.169.254]/",
                "https://100.100.100.200/",
                "https://METADATA.google.internal./",
                "https://0.0.0.0/",
                "http://203.0.113.5/",
                "http://far.example/hook"
            })
    void asksTheProxyForNothingThatIsForbiddenWithoutOne(String address) {
        network.set(through("anna", PASSWORD), authority.certificate());

        assertThat(wire.objection(WebhookAddress.parse(address).orElseThrow())).isPresent();
        refused(send(address));

        assertThat(proxy.asked()).isEmpty();
    }

    @Test
    void followsNoRedirectThroughItEither() {
        status = 307;
        network.set(through("anna", PASSWORD), authority.certificate());

        assertThat(refused(send())).contains("sent the message elsewhere", "307");

        assertThat(proxy.asked()).noneMatch(line -> line.contains("elsewhere"));
    }
}
