package tallyfold.notification.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tallyfold.kernel.Secret;
import tallyfold.network.NetworkPath.Route;
import tallyfold.notification.MailEncryption;
import tallyfold.support.ChosenNetwork;
import tallyfold.support.ConnectProxy;
import tallyfold.support.RawServer;
import tallyfold.support.TestAuthority;
import tallyfold.support.TlsFront;

/** Mail behind an authority of the network's own and, where it is told so, through the proxy; over real sockets. */
@Timeout(120)
@ExtendWith(OutputCaptureExtension.class)
class MailNetworkTest {

    private static final String FAR = "mail.example";
    private static final String PASSWORD = "kestrel-marsh-41";
    private static final String PROXY_PASSWORD = "osprey:fen-77";
    private static final String SIGN_IN = "anna:" + PROXY_PASSWORD;

    @TempDir
    private static Path folder;

    private static TestAuthority authority;

    private final ChosenNetwork network = new ChosenNetwork();
    private final MailWire wire = new MailWire(network.ways(), 5_000);

    @BeforeAll
    static void issue() {
        authority = TestAuthority.create(folder, "Contoso Inspection");
        authority.issue("localhost");
        authority.issue(FAR);
    }

    private SendOutcome send(String host, int port, MailEncryption encryption, boolean throughProxy) {
        try (Secret password = Secret.of(PASSWORD)) {
            return wire.send(
                    new MailWay(host, port, encryption, "tallyfold", password, "tallyfold@example.com", throughProxy),
                    new MailMessage("anna@example.com", "Subject", "Plain words", "<p>Rich words</p>"));
        }
    }

    private static ScriptedMailServer server(String host) {
        return new ScriptedMailServer()
                .startTls(authority.server(host))
                .answer("AUTH", "235 welcome")
                .answer("EHLO", "250-here\r\n250-AUTH PLAIN\r\n250 STARTTLS");
    }

    private static Route through(int port, @Nullable String user, @Nullable String password, String... direct) {
        return new Route.Through(
                "127.0.0.1", port, user, password == null ? null : Secret.of(password), List.of(direct));
    }

    private static String refused(SendOutcome outcome) {
        assertThat(outcome).isInstanceOf(SendOutcome.Failed.class);
        String text = ((SendOutcome.Failed) outcome).text();
        assertThat(text)
                .doesNotContain(PASSWORD)
                .doesNotContain(PROXY_PASSWORD)
                .doesNotContain("Exception")
                .endsWith(".");
        return text;
    }

    @Test
    void trustsAnAddedAuthorityAfterStartTlsFromTheNextMessageOn() {
        try (ScriptedMailServer server = server("localhost")) {
            assertThat(refused(send("localhost", server.port(), MailEncryption.STARTTLS, false)))
                    .contains("issued by Contoso Inspection", "Additional certificate authority");
            assertThat(server.heard)
                    .filteredOn(line -> line.startsWith("STARTTLS"))
                    .as("asked once, and not again with other authorities")
                    .hasSize(1);

            network.set(new Route.AsConfigured(), authority.certificate());
            assertThat(send("localhost", server.port(), MailEncryption.STARTTLS, false))
                    .isInstanceOf(SendOutcome.Sent.class);
            assertThat(server.heard).anyMatch(line -> line.startsWith("AUTH PLAIN"));
        }
    }

    @Test
    void trustsAnAddedAuthorityWithTlsFromTheBeginning() {
        try (ScriptedMailServer server = new ScriptedMailServer()
                        .answer("EHLO", "250-here\r\n250 AUTH PLAIN")
                        .answer("AUTH", "235 welcome");
                TlsFront front = new TlsFront(authority.server("localhost"), server.port())) {
            assertThat(refused(send("localhost", front.port(), MailEncryption.TLS, false)))
                    .contains("Contoso Inspection", "Additional certificate authority");
            assertThat(server.heard).isEmpty();

            network.set(new Route.AsConfigured(), authority.certificate());
            assertThat(send("localhost", front.port(), MailEncryption.TLS, false))
                    .isInstanceOf(SendOutcome.Sent.class);

            network.set(new Route.AsConfigured());
            assertThat(refused(send("localhost", front.port(), MailEncryption.TLS, false)))
                    .contains("Contoso Inspection");
        }
    }

    @Test
    void stillRefusesACertificateForAnotherNameAndSaysSo() {
        network.set(new Route.AsConfigured(), authority.certificate());
        try (ScriptedMailServer server = server(FAR)) {
            assertThat(refused(send("localhost", server.port(), MailEncryption.STARTTLS, false)))
                    .contains("for another name")
                    .doesNotContain("Contoso");
            assertThat(server.heard).noneMatch(line -> line.startsWith("AUTH"));
        }
    }

    @Test
    void goesThroughTheProxyWhichSeesNeitherMailNorPassword(CapturedOutput log) {
        try (ScriptedMailServer server = server(FAR);
                ConnectProxy proxy = new ConnectProxy(server.port(), SIGN_IN)) {
            network.set(through(proxy.port(), "anna", PROXY_PASSWORD), authority.certificate());

            assertThat(send(FAR, 587, MailEncryption.STARTTLS, true)).isInstanceOf(SendOutcome.Sent.class);

            assertThat(proxy.asked()).containsExactly("CONNECT " + FAR + ":587 HTTP/1.1");
            assertThat(server.heard).anyMatch(line -> line.contains("Plain words"));
            String encoded = Base64.getEncoder().encodeToString(SIGN_IN.getBytes(StandardCharsets.UTF_8));
            assertThat(server.heard)
                    .as("nothing of the proxy's password")
                    .noneMatch(line -> line.contains(encoded) || line.contains(PROXY_PASSWORD));
            assertThat(new String(proxy.passed(), StandardCharsets.ISO_8859_1))
                    .contains("STARTTLS")
                    .doesNotContain("Plain words")
                    .doesNotContain("AUTH PLAIN ");
            assertThat(log)
                    .doesNotContain(PROXY_PASSWORD)
                    .doesNotContain(encoded)
                    .doesNotContain(PASSWORD);
        }
    }

    @Test
    void goesThroughTheProxyWithTlsFromTheBeginningToo() {
        try (ScriptedMailServer server = new ScriptedMailServer()
                        .answer("EHLO", "250-here\r\n250 AUTH PLAIN")
                        .answer("AUTH", "235 welcome");
                TlsFront front = new TlsFront(authority.server(FAR), server.port());
                ConnectProxy proxy = new ConnectProxy(front.port(), null)) {
            network.set(through(proxy.port(), null, null), authority.certificate());

            assertThat(send(FAR, 465, MailEncryption.TLS, true)).isInstanceOf(SendOutcome.Sent.class);

            assertThat(proxy.asked()).containsExactly("CONNECT " + FAR + ":465 HTTP/1.1");
        }
    }

    @Test
    void leavesTheProxyAloneUnlessToldOtherwiseAndForHostsReachedDirectly() {
        try (ScriptedMailServer server = server("localhost");
                ConnectProxy proxy = new ConnectProxy(server.port(), null)) {
            network.set(through(proxy.port(), null, null), authority.certificate());
            // The name leads nowhere without the proxy, which is how the test knows.
            assertThat(refused(send(FAR, 587, MailEncryption.STARTTLS, false))).contains("Nobody knows a server");
            for (String direct : List.of(FAR, ".example")) {
                network.set(through(proxy.port(), null, null, direct), authority.certificate());
                assertThat(refused(send(FAR, 587, MailEncryption.STARTTLS, true)))
                        .contains("Nobody knows a server");
            }
            assertThat(send("localhost", server.port(), MailEncryption.STARTTLS, true))
                    .isInstanceOf(SendOutcome.Sent.class);
            assertThat(proxy.asked()).isEmpty();
        }
    }

    @Test
    void saysWhatTheProxyRefuses() {
        RawServer closed = RawServer.json("{}");
        int gone = URI.create(closed.url()).getPort();
        closed.close();
        try (ScriptedMailServer server = server(FAR);
                ConnectProxy proxy = new ConnectProxy(server.port(), SIGN_IN);
                RawServer stern = new RawServer((_, socket) -> RawServer.send(socket, 403, "", new byte[0]))) {
            String name = "127.0.0.1:" + proxy.port();
            network.set(through(proxy.port(), "anna", "wrong"), authority.certificate());
            assertThat(refused(send(FAR, 587, MailEncryption.STARTTLS, true)))
                    .contains("The proxy " + name + " wants a user name and a password");
            network.set(through(proxy.port(), null, null), authority.certificate());
            assertThat(refused(send(FAR, 587, MailEncryption.STARTTLS, true)))
                    .contains("The proxy " + name + " wants a user name and a password");

            network.set(through(URI.create(stern.url()).getPort(), null, null));
            assertThat(refused(send(FAR, 587, MailEncryption.STARTTLS, true)))
                    .contains("lets no mail through to " + FAR + ":587");

            network.set(through(gone, "anna", PROXY_PASSWORD), authority.certificate());
            assertThat(refused(send(FAR, 587, MailEncryption.STARTTLS, true)))
                    .contains("The proxy 127.0.0.1:" + gone + " does not answer");
            network.set(new Route.Through("nobody.invalid", 8080, null, null, List.of()));
            assertThat(refused(send(FAR, 587, MailEncryption.STARTTLS, true)))
                    .contains("The proxy nobody.invalid:8080 does not answer");
            assertThat(server.heard).isEmpty();
        }
    }
}
