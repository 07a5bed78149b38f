package tallyfold.azuredevops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslStoreBundle;
import tallyfold.kernel.Secret;
import tallyfold.network.HttpClients;
import tallyfold.network.ProxySettings;
import tallyfold.network.TrustedAuthorities;
import tallyfold.provider.ConnectionSettings;
import tallyfold.provider.EndpointKind;
import tallyfold.provider.ProviderException;
import tallyfold.provider.ProviderFailure;
import tallyfold.provider.ProviderSession;
import tallyfold.support.RawServer;

/** Certificates and proxies between us and the service. */
@Timeout(60)
class NetworkPathTest {

    private static final String JSON = "Content-Type: application/json\r\n";
    private static final String ITEMS = "{\"value\":[{\"id\":1,\"rev\":1}]}";
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    private Path folder;

    private static ProviderSession open(String url, HttpClient client) {
        try (Secret token = Secret.of(Fixture.NEW_TOKEN)) {
            return SimulatedProvider.at(url, new SimulatedProvider.MovableClock(), SimulatedProvider.QUICK, client)
                    .open(new ConnectionSettings("fabrikam", EndpointKind.SIMULATOR, null, "anna"), token);
        }
    }

    private static ProviderFailure failure(String url, HttpClient client) {
        try (ProviderSession session = open(url, client)) {
            return catchThrowableOfType(ProviderException.class, () -> session.workItems(List.of(1L)))
                    .failure();
        }
    }

    @Nested
    class Certificates {

        private KeyStore store(String name, String host, String... more) throws Exception {
            Path file = folder.resolve(name);
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                    "-genkeypair",
                    "-alias",
                    "server",
                    "-keyalg",
                    "EC",
                    "-storetype",
                    "PKCS12",
                    "-keystore",
                    file.toString(),
                    "-storepass",
                    "changeit",
                    "-dname",
                    "CN=Fabrikam Inspection,O=Fabrikam",
                    "-ext",
                    "SAN=dns:" + host));
            Collections.addAll(command, more);
            Process keytool =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            keytool.getInputStream().readAllBytes();
            assertThat(keytool.waitFor()).isZero();
            KeyStore store = KeyStore.getInstance("PKCS12");
            try (InputStream source = Files.newInputStream(file)) {
                store.load(source, PASSWORD);
            }
            return store;
        }

        private SSLServerSocket serve(KeyStore store) throws GeneralSecurityException, IOException {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            SSLServerSocket server = (SSLServerSocket)
                    context.getServerSocketFactory().createServerSocket(0, 10, InetAddress.getLoopbackAddress());
            Thread.ofVirtual().start(() -> answer(server));
            return server;
        }

        private void answer(SSLServerSocket server) {
            while (!server.isClosed()) {
                try (Socket socket = server.accept()) {
                    if (socket.getInputStream().read(new byte[8192]) > 0) {
                        RawServer.send(socket, 200, JSON, RawServer.utf8(ITEMS));
                    }
                } catch (IOException refused) {
                    // The client trusted nobody.
                }
            }
        }

        private HttpClient trusting(KeyStore store) {
            return HttpClients.create(
                    SimulatedProvider.QUICK.connectTimeout(),
                    TrustedAuthorities.with(SslBundle.of(SslStoreBundle.of(null, null, store))),
                    ProxySettings.none());
        }

        private KeyStore authorities(KeyStore server) throws Exception {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, PASSWORD);
            trusted.setCertificateEntry("own", server.getCertificate("server"));
            return trusted;
        }

        private HttpClient plain() {
            return HttpClients.create(
                    SimulatedProvider.QUICK.connectTimeout(), TrustedAuthorities.ofTheJdk(), ProxySettings.none());
        }

        @Test
        void namesTheIssuerNobodyVouchesFor() throws Exception {
            try (SSLServerSocket server = serve(store("unknown.p12", "localhost"))) {
                ProviderFailure failure = failure("https://localhost:" + server.getLocalPort(), plain());
                assertThat(failure.code()).isEqualTo("UNREACHABLE.TLS");
                assertThat(failure.detail()).isEqualTo("Fabrikam Inspection");
            }
        }

        @Test
        void trustsAnAuthorityThatWasAdded() throws Exception {
            KeyStore own = store("own.p12", "localhost");
            try (SSLServerSocket server = serve(own);
                    ProviderSession session =
                            open("https://localhost:" + server.getLocalPort(), trusting(authorities(own)))) {
                assertThat(session.workItems(List.of(1L))).hasSize(1);
            }
        }

        @Test
        void stillRefusesACertificateForAnotherName() throws Exception {
            KeyStore own = store("other.p12", "other.example");
            try (SSLServerSocket server = serve(own)) {
                assertThat(failure("https://localhost:" + server.getLocalPort(), trusting(authorities(own)))
                                .code())
                        .isEqualTo("UNREACHABLE.TLS");
            }
        }

        @Test
        void stillRefusesAnExpiredCertificate() throws Exception {
            KeyStore own = store("old.p12", "localhost", "-startdate", "-30d", "-validity", "10");
            try (SSLServerSocket server = serve(own)) {
                assertThat(failure("https://localhost:" + server.getLocalPort(), trusting(authorities(own)))
                                .code())
                        .isEqualTo("UNREACHABLE.TLS");
            }
        }
    }

    @Nested
    class Proxies {

        private HttpClient through(RawServer proxy, String user) {
            int port = java.net.URI.create(proxy.url()).getPort();
            return HttpClients.create(
                    SimulatedProvider.QUICK.connectTimeout(),
                    TrustedAuthorities.ofTheJdk(),
                    new ProxySettings("127.0.0.1", port, user, "proxy-secret", List.of("direct.example")));
        }

        @Test
        void goesThroughTheProxy() {
            try (RawServer proxy = RawServer.json(ITEMS);
                    ProviderSession session = open("http://far.example", through(proxy, ""))) {
                assertThat(session.workItems(List.of(1L))).hasSize(1);
                assertThat(proxy.requests().getFirst()).startsWith("POST http://far.example/dev.azure.com/fabrikam/");
            }
        }

        @Test
        void signsInToTheProxyAndStillHearsTheServicesRefusal() {
            AtomicInteger refusals = new AtomicInteger();
            try (RawServer proxy = new RawServer((request, socket) -> {
                if (!request.toLowerCase(java.util.Locale.ROOT).contains("proxy-authorization: basic")) {
                    RawServer.send(socket, 407, "Proxy-Authenticate: Basic realm=\"p\"\r\n", new byte[0]);
                } else {
                    refusals.incrementAndGet();
                    RawServer.send(socket, 401, "WWW-Authenticate: Basic realm=\"s\"\r\n", new byte[0]);
                }
            })) {
                assertThat(failure("http://far.example", through(proxy, "anna")).code())
                        .isEqualTo("TOKEN_REJECTED.NOT_ACCEPTED");
                assertThat(refusals.get()).isPositive();
            }
        }

        @Test
        void tellsAProxyThatRefusesTheSignIn() {
            try (RawServer proxy = new RawServer((_, socket) ->
                    RawServer.send(socket, 407, "Proxy-Authenticate: Basic realm=\"p\"\r\n", new byte[0]))) {
                assertThat(failure("http://far.example", through(proxy, "")).code())
                        .isEqualTo("UNREACHABLE.PROXY_SIGN_IN");
            }
        }

        @Test
        void tellsAProxyThatIsNotThere() {
            RawServer gone = RawServer.json("{}");
            gone.close();
            assertThat(failure("http://far.example", through(gone, "")).code()).isEqualTo("UNREACHABLE.PROXY");
        }
    }
}
