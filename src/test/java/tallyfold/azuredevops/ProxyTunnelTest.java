package tallyfold.azuredevops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import simulator.azuredevops.AzureDevOpsSimulator;
import simulator.azuredevops.DemoContent;
import simulator.azuredevops.SimulatorOptions;
import tallyfold.kernel.Secret;
import tallyfold.network.CurrentClient;
import tallyfold.network.CurrentWay;
import tallyfold.network.NetworkPath;
import tallyfold.network.NetworkPath.Route;
import tallyfold.network.ProxySettings;
import tallyfold.provider.ConnectionReport;
import tallyfold.provider.ConnectionSettings;
import tallyfold.provider.EndpointKind;
import tallyfold.provider.NetworkProbe;
import tallyfold.provider.ProviderException;
import tallyfold.provider.ProviderFailure;
import tallyfold.provider.ProviderSession;
import tallyfold.support.ChosenNetwork;
import tallyfold.support.ConnectProxy;
import tallyfold.support.RawServer;
import tallyfold.support.TestAuthority;
import tallyfold.support.TlsFront;

/** A proxy that makes tunnels, between us and a service that speaks TLS with a certificate of the network's own authority. */
@Timeout(120)
class ProxyTunnelTest {

    private static final String HOST = "far.example";

    @TempDir
    private static Path folder;

    private static AzureDevOpsSimulator simulator;
    private static TlsFront service;
    private static TestAuthority authority;
    private static String token;

    private @Nullable ConnectProxy proxy;
    private Map<String, String> environment = Map.of();
    private ProxySettings configured = ProxySettings.none();
    private final ChosenNetwork chosen = new ChosenNetwork();

    @BeforeAll
    static void serve() {
        simulator = AzureDevOpsSimulator.start(SimulatorOptions.defaults());
        DemoContent.fabrikam(simulator);
        token = DemoContent.tokens(simulator, DemoContent.FABRIKAM).working().text();
        authority = TestAuthority.create(folder, "Contoso Inspection");
        authority.issue(HOST);
        service = new TlsFront(authority.server(HOST), simulator.uri().getPort());
    }

    @AfterAll
    static void stop() {
        service.close();
        simulator.close();
    }

    @AfterEach
    void stopProxy() {
        if (proxy != null) {
            proxy.close();
        }
    }

    private void choose(Route route) {
        chosen.set(route, authority.certificate());
    }

    private CurrentClient clients() {
        return new CurrentClient(
                new CurrentWay(null, configured, name -> environment.get(name), () -> chosen),
                way -> way.client(SimulatedProvider.QUICK.connectTimeout()));
    }

    private static String url() {
        return "https://" + HOST + ":" + service.port();
    }

    private static ProviderSession open(HttpClient client) {
        try (Secret secret = Secret.of(token)) {
            return SimulatedProvider.at(url(), new SimulatedProvider.MovableClock(), SimulatedProvider.QUICK, client)
                    .open(new ConnectionSettings(DemoContent.FABRIKAM, EndpointKind.SIMULATOR, null, "anna"), secret);
        }
    }

    private static ConnectionReport check(HttpClient client) {
        try (ProviderSession session = open(client)) {
            return session.check(_ -> {});
        }
    }

    private static ProviderFailure failure(HttpClient client) {
        try (ProviderSession session = open(client)) {
            return catchThrowableOfType(ProviderException.class, () -> session.workItems(List.of(1L)))
                    .failure();
        }
    }

    private ConnectProxy proxy(@Nullable String signIn) {
        proxy = new ConnectProxy(service.port(), signIn);
        return proxy;
    }

    private static Route through(
            ConnectProxy proxy, @Nullable String user, @Nullable String password, String... direct) {
        return new Route.Through(
                "127.0.0.1", proxy.port(), user, password == null ? null : Secret.of(password), List.of(direct));
    }

    @Test
    void verifiesAConnectionThroughIt() {
        ConnectProxy tunnels = proxy(null);
        choose(through(tunnels, null, null));
        ConnectionReport report = check(clients().get());
        assertThat(report.passed()).isTrue();
        assertThat(tunnels.asked())
                .isNotEmpty()
                .allMatch(line -> line.equals("CONNECT " + HOST + ":" + service.port() + " HTTP/1.1"));
    }

    @Test
    void signsInToItAndNeverShowsItTheToken() {
        ConnectProxy plain = proxy("anna:pass:word");
        choose(through(plain, "anna", "pass:word"));
        assertThat(check(clients().get()).passed()).isTrue();

        String seen = new String(plain.passed(), StandardCharsets.ISO_8859_1);
        assertThat(seen).contains("Proxy-Authorization: Basic").hasSizeGreaterThan(2_000);
        byte[] bytes = token.getBytes(StandardCharsets.UTF_8);
        assertThat(seen)
                .doesNotContain(token)
                .doesNotContain(Fixture.base64(":" + token))
                .doesNotContain(Fixture.base64(token))
                .doesNotContainIgnoringCase(HexFormat.of().formatHex(bytes));
        assertThat(simulator.requests().list())
                .as("and the service never the proxy's password")
                .noneMatch(request -> request.toString().contains("pass:word")
                        || request.toString().contains(Fixture.base64("anna:pass:word")));
    }

    @Test
    void saysThatTheProxyRefusesTheSignIn() {
        ConnectProxy tunnels = proxy("anna:right");
        choose(through(tunnels, "anna", "wrong"));
        assertThat(failure(clients().get()).code()).isEqualTo("UNREACHABLE.PROXY_SIGN_IN");
        choose(through(tunnels, null, null));
        assertThat(failure(clients().get()).code()).isEqualTo("UNREACHABLE.PROXY_SIGN_IN");
        assertThat(new String(tunnels.passed(), StandardCharsets.ISO_8859_1)).doesNotContain(token);
    }

    @Test
    void saysThatTheProxyLetsNothingThrough() {
        try (RawServer stern = new RawServer((_, socket) -> RawServer.send(socket, 403, "", new byte[0]))) {
            int port = java.net.URI.create(stern.url()).getPort();
            choose(new Route.Through("127.0.0.1", port, null, null, List.of()));
            assertThat(failure(clients().get()).code()).isEqualTo("UNREACHABLE.PROXY");
        }
    }

    @Test
    void reachesNamedHostsWithoutIt() {
        ConnectProxy tunnels = proxy(null);
        for (String direct : List.of(HOST, ".example")) {
            choose(through(tunnels, null, null, direct));
            // The name leads nowhere without the proxy, which is how the test knows.
            assertThat(failure(clients().get()).code()).as(direct).isEqualTo("UNREACHABLE.UNKNOWN_HOST");
        }
        assertThat(tunnels.asked()).isEmpty();
    }

    @Test
    void doesNotTrustTheInspectionUnlessItsAuthorityWasAdded() {
        ConnectProxy tunnels = proxy(null);
        chosen.set(through(tunnels, null, null));
        ProviderFailure failure = failure(clients().get());
        assertThat(failure.code()).isEqualTo("UNREACHABLE.TLS");
        assertThat(failure.detail()).isEqualTo("Contoso Inspection");
    }

    @Test
    void takesWhatTheEnvironmentSaysWhenNothingElseIsSaid() {
        ConnectProxy tunnels = proxy("anna:pa ss");
        choose(new Route.AsConfigured());
        environment = Map.of("HTTPS_PROXY", "http://anna:pa%20ss@127.0.0.1:" + tunnels.port());
        assertThat(check(clients().get()).passed()).isTrue();
        assertThat(tunnels.asked()).isNotEmpty();

        for (String direct : List.of(HOST, ".example", "other.example, example", "*")) {
            environment = Map.of("https_proxy", "http://anna:pa%20ss@127.0.0.1:" + tunnels.port(), "NO_PROXY", direct);
            assertThat(failure(clients().get()).code()).as(direct).isEqualTo("UNREACHABLE.UNKNOWN_HOST");
        }
    }

    @Test
    void leavesTheEnvironmentAloneOnceSomethingIsConfiguredOrChosen() {
        ConnectProxy tunnels = proxy(null);
        environment = Map.of("HTTPS_PROXY", "http://127.0.0.1:" + tunnels.port());
        choose(new Route.Direct());
        assertThat(failure(clients().get()).code()).isEqualTo("UNREACHABLE.UNKNOWN_HOST");

        choose(new Route.AsConfigured());
        configured = new ProxySettings("127.0.0.1", 1, null, null, List.of());
        assertThat(failure(clients().get()).code()).isEqualTo("UNREACHABLE.PROXY");
        assertThat(tunnels.asked()).isEmpty();
    }

    @Test
    void mindsOddValuesOfTheEnvironmentNot() {
        choose(new Route.AsConfigured());
        for (String odd : List.of("", " ", "http://", "ftp://proxy:1", "http://a b", "::::", "socks5://x:1")) {
            environment = Map.of("HTTPS_PROXY", odd);
            assertThat(clients().get().proxy()).as(odd).isEmpty();
        }
    }

    @Test
    void aChangeCountsForTheNextSessionAndLeavesOpenOnesAlone() {
        CurrentClient clients = clients();
        ConnectProxy tunnels = proxy(null);
        choose(through(tunnels, null, null));
        HttpClient before = clients.get();
        assertThat(clients.get()).isSameAs(before);

        try (ProviderSession open = open(before)) {
            choose(new Route.Direct());
            HttpClient after = clients.get();
            assertThat(after).isNotSameAs(before);
            assertThat(failure(after).code()).isEqualTo("UNREACHABLE.UNKNOWN_HOST");
            assertThat(open.check(_ -> {}).passed()).isTrue();
        }
    }

    @Test
    void triesAWayWithoutATokenAndSaysWhatStandsInIt() {
        NetworkProbe probe = new AzureDevOpsProbe(Endpoints.with(url(), List.of("*")), clients(), "Tallyfold/test");
        ConnectProxy tunnels = proxy("anna:right");
        List<java.security.cert.X509Certificate> trusted = List.of(authority.certificate());

        NetworkProbe.Answered answer = probe.ask(new NetworkPath(through(tunnels, "anna", "right"), trusted));
        assertThat(answer.throughProxy()).isTrue();
        assertThat(answer.address()).isEqualTo(url());
        assertThatThrownBy(() -> probe.ask(new NetworkPath(through(tunnels, "anna", "wrong"), trusted)))
                .isInstanceOfSatisfying(
                        ProviderException.class,
                        e -> assertThat(e.failure().code()).isEqualTo("UNREACHABLE.PROXY_SIGN_IN"));
        assertThatThrownBy(() -> probe.ask(new NetworkPath(through(tunnels, "anna", "right"), List.of())))
                .isInstanceOfSatisfying(
                        ProviderException.class,
                        e -> assertThat(e.failure().code()).isEqualTo("UNREACHABLE.TLS"));
        assertThat(new String(tunnels.passed(), StandardCharsets.ISO_8859_1)).doesNotContain("Authorization: Basic Og");
    }

    @Test
    void keepsThisMachineAsItIs() {
        choose(new Route.Through("127.0.0.1", 1, null, null, List.of()));
        NetworkProbe probe = new AzureDevOpsProbe(
                Endpoints.with(simulator.uri().toString(), List.of("*")), clients(), "Tallyfold/test");
        assertThat(probe.ask(chosen.path()).throughProxy()).isFalse();
    }
}
