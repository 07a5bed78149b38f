package tallyfold.notification.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tallyfold.kernel.Secret;
import tallyfold.notification.MailEncryption;
import tallyfold.support.ChosenNetwork;

/** What leaves, and what is said when a mail server does not take it. */
class MailWireTest {

    private static final String PASSWORD = "kestrel-marsh-41";
    private static final MailMessage MESSAGE =
            new MailMessage("anna@example.com", "[Tallyfold] Grüße", "Plain words", "<p>Rich words</p>");

    private final MailWire wire = new MailWire(new ChosenNetwork().ways(), 1_000);

    private SendOutcome send(int port, MailEncryption encryption, @Nullable String user) {
        try (Secret password = Secret.of(PASSWORD)) {
            return wire.send(
                    new MailWay(
                            "127.0.0.1",
                            port,
                            encryption,
                            user == null ? "" : user,
                            user == null ? null : password,
                            "tallyfold@example.com",
                            false),
                    MESSAGE);
        }
    }

    private static String refused(SendOutcome outcome) {
        assertThat(outcome).isInstanceOf(SendOutcome.Failed.class);
        String text = ((SendOutcome.Failed) outcome).text();
        assertThat(text).doesNotContain(PASSWORD).doesNotContain("Exception").endsWith(".");
        return text;
    }

    @Test
    void sendsBothFormsToAServerThatWantsASignIn() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.setUser("tallyfold@example.com", "tallyfold", PASSWORD);
        server.start();
        try {
            SendOutcome outcome = send(server.getSmtp().getPort(), MailEncryption.NONE, "tallyfold");

            assertThat(outcome).isInstanceOf(SendOutcome.Sent.class);
            MimeMessage got = server.getReceivedMessages()[0];
            assertThat(got.getSubject()).isEqualTo("[Tallyfold] Grüße");
            assertThat(got.getFrom()[0]).hasToString("tallyfold@example.com");
            assertThat(got.getHeader("Auto-Submitted")).containsExactly("auto-generated");
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            got.writeTo(whole);
            assertThat(whole.toString(StandardCharsets.UTF_8))
                    .contains("Plain words", "<p>Rich words</p>", "text/plain", "text/html")
                    .doesNotContain(PASSWORD);
        } finally {
            server.stop();
        }
    }

    @Test
    void saysWhenAPasswordIsNotAccepted() {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.setUser("tallyfold@example.com", "tallyfold", "another");
        server.start();
        try {
            assertThat(refused(send(server.getSmtp().getPort(), MailEncryption.NONE, "tallyfold")))
                    .contains("does not accept the user name tallyfold");
        } finally {
            server.stop();
        }
    }

    @Test
    void trustsNoCertificateThatNobodyVouchesFor() {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));
        server.start();
        try {
            assertThat(refused(send(server.getSmtps().getPort(), MailEncryption.TLS, "tallyfold")))
                    .contains("was issued by", "Additional certificate authority");
            assertThat(server.getReceivedMessages()).isEmpty();
        } finally {
            server.stop();
        }
    }

    @Test
    void saysWhenNobodyKnowsTheServer() {
        SendOutcome outcome = wire.send(
                new MailWay("nobody.invalid", 25, MailEncryption.NONE, "", null, "tallyfold@example.com", false),
                MESSAGE);

        assertThat(refused(outcome)).contains("Nobody knows a server named nobody.invalid");
    }

    @Test
    void saysWhenNothingListens() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }

        assertThat(refused(send(port, MailEncryption.NONE, null))).contains("Nothing takes mail at 127.0.0.1:" + port);
    }

    @Test
    void givesUpOnASilentServer() {
        try (ScriptedMailServer server =
                new ScriptedMailServer().answer(ScriptedMailServer.GREETING, ScriptedMailServer.SILENCE)) {
            assertThat(refused(send(server.port(), MailEncryption.NONE, null))).contains("did not answer within");
        }
    }

    @Test
    void neverSendsAPasswordToAServerWithoutStartTls() {
        try (ScriptedMailServer server = new ScriptedMailServer().answer("EHLO", "250-here\r\n250 AUTH PLAIN LOGIN")) {
            assertThat(refused(send(server.port(), MailEncryption.STARTTLS, "tallyfold")))
                    .contains("does not offer STARTTLS");
            assertThat(server.heard).noneMatch(line -> line.startsWith("AUTH") || line.startsWith("MAIL"));
        }
    }

    @Test
    void saysWhenAServerDoesNotSpeakTls() {
        try (ScriptedMailServer server = new ScriptedMailServer()) {
            assertThat(refused(send(server.port(), MailEncryption.TLS, "tallyfold")))
                    .contains("does not speak TLS");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            MAIL | 530 5.7.0 Must issue a STARTTLS command first | insists on encryption         | true
            MAIL | 530 5.7.1 Authentication required             | wants a user name             | true
            MAIL | 553 5.7.1 Sender address rejected             | send as tallyfold@example.com | true
            RCPT | 550 5.1.1 No such user                        | no mail for anna@example.com  | false
            DATA | 554 5.3.4 kestrel-marsh-41 rejected           | did not take the message      | true""")
    void saysWhatAServerRefuses(String command, String answer, String expected, boolean forAll) {
        try (ScriptedMailServer server = new ScriptedMailServer().answer(command, answer)) {
            SendOutcome outcome = send(server.port(), MailEncryption.NONE, null);

            assertThat(refused(outcome)).contains(expected);
            assertThat(((SendOutcome.Failed) outcome).forAll()).isEqualTo(forAll);
        }
    }
}
