package tallyfold.notification.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tallyfold.kernel.Secret;
import tallyfold.support.ChosenNetwork;

/** What is posted, how it is signed, and where nothing is posted. */
class WebhookWireTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final String BODY = "{\"text\":\"Grüße\"}";
    private static final String SECRET = "a secret of some length";

    /** A request as it came. */
    record Got(String path, Map<String, String> headers, String body) {}

    private final WebhookWire wire = new WebhookWire(new ChosenNetwork().ways(), Duration.ofSeconds(1));
    private final List<Got> got = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private volatile int status = 204;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            Map<String, String> headers = new java.util.HashMap<>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), values.getFirst()));
            got.add(new Got(
                    exchange.getRequestURI().getPath(),
                    headers,
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private String here() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private SendOutcome send(String address, String secret) {
        try (Secret key = Secret.of(secret)) {
            return wire.send(WebhookAddress.parse(address).orElseThrow(), key, "msg-1", NOW, BODY);
        }
    }

    private static String refused(SendOutcome outcome) {
        assertThat(outcome).isInstanceOf(SendOutcome.Failed.class);
        return ((SendOutcome.Failed) outcome).text();
    }

    private static String signature(byte[] key, String signed) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void signsIdTimeAndBody() throws Exception {
        assertThat(send(here() + "/hook?key=x", SECRET)).isInstanceOf(SendOutcome.Sent.class);

        Got request = got.getFirst();
        assertThat(request.path()).isEqualTo("/hook");
        assertThat(request.body()).isEqualTo(BODY);
        assertThat(request.headers())
                .containsEntry("webhook-id", "msg-1")
                .containsEntry("webhook-timestamp", Long.toString(NOW.getEpochSecond()))
                .containsEntry("content-type", "application/json")
                .containsEntry(
                        "webhook-signature",
                        signature(
                                SECRET.getBytes(StandardCharsets.UTF_8), "msg-1." + NOW.getEpochSecond() + "." + BODY));
        assertThat(request.headers().toString()).doesNotContain(SECRET);
    }

    @Test
    void signsAsTheExampleOfTheSchemeDoes() throws Exception {
        byte[] key = "0123456789abcdef01234567".getBytes(StandardCharsets.UTF_8);
        send(here(), "whsec_" + Base64.getEncoder().encodeToString(key));

        assertThat(got.getFirst().headers())
                .containsEntry("webhook-signature", signature(key, "msg-1." + NOW.getEpochSecond() + "." + BODY));
    }

    @Test
    void followsNoRedirect() {
        for (int redirect : List.of(301, 302, 307, 308)) {
            status = redirect;
            assertThat(refused(send(here(), SECRET))).contains("sent the message elsewhere", "" + redirect);
        }

        assertThat(got).hasSize(4).noneMatch(request -> request.path().equals("/elsewhere"));
    }

    @Test
    void saysWhatTheOtherSideAnsweredAndNothingOfThePath() {
        status = 500;

        assertThat(refused(send(here() + "/services/T0/secret-part?token=x", SECRET)))
                .contains("answered 500")
                .doesNotContain("secret-part")
                .doesNotContain("token");
    }

    @Test
    void saysWhenNothingListens() {
        String address = here();
        server.stop(0);

        assertThat(refused(send(address, SECRET))).contains("Nothing listens at");
    }

    @Test
    void saysWhenTheOtherSideDoesNotSpeakTls() {
        try (ScriptedMailServer other = new ScriptedMailServer()) {
            assertThat(refused(send("https://127.0.0.1:" + other.port(), SECRET)))
                    .contains("No encrypted connection");
        }
    }

    @Test
    void givesUpOnAServerThatStaysSilent() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            assertThat(refused(send("http://127.0.0.1:" + silent.getLocalPort(), SECRET)))
                    .contains("did not answer within");
        }
    }

    @Nested
    class Addresses {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://169.254.169.254/latest/meta-data",
                    "https://169.254.1.1/",
                    "https://2852039166/",
                    "http://169.254.169.254/",
                    "https://[fe80::1]/",
                    "https://[::ffff:169.254.169.254]/",
                    "https://[64:ff9b::a9fe:a9fe]/",
                    "https://[fd00:ec2::254]/",
                    "https://100.100.100.200/",
                    "https://168.63.129.16/",
                    "https://metadata.google.internal/",
                    "https://METADATA.google.internal./",
                    "https://0.0.0.0/",
                    "https://[::]/",
                    "https://224.0.0.1/",
                    "http://203.0.113.5/",
                    "http://10.0.0.5/hook"
                })
        void areRefusedWhereMessagesMustNotGo(String address) throws UnknownHostException {
            assertThat(WebhookAddress.parse(address).orElseThrow().allowed(false))
                    .isFalse();
            assertThat(refused(send(address, SECRET))).doesNotContain("answered");
            assertThat(got).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://203.0.113.5/hook",
                    "https://10.0.0.5/hook",
                    "https://127.0.0.1:8443/",
                    "http://127.0.0.1/",
                    "http://[::1]:8080/x"
                })
        void areTakenElsewhere(String address) throws UnknownHostException {
            assertThat(WebhookAddress.parse(address).orElseThrow().allowed(false))
                    .isTrue();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "hooks.example.com",
                    "ftp://example.com/",
                    "file:///etc/passwd",
                    "https://user:word@example.com/",
                    "https://example.com/#part",
                    "https:///path",
                    "https://exa mple.com/",
                    "javascript:alert(1)"
                })
        void areUnusableWhenTheyAreNoWebAddress(String address) {
            assertThat(WebhookAddress.parse(address)).isEmpty();
        }
    }
}
