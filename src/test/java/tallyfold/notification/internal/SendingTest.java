package tallyfold.notification.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tallyfold.connection.ConnectionId;
import tallyfold.connection.Health;
import tallyfold.kernel.Secret;
import tallyfold.notification.MailDraft;
import tallyfold.notification.MailEncryption;
import tallyfold.notification.NotificationKind;
import tallyfold.notification.NotificationPreferences;
import tallyfold.notification.NotificationPreferences.Choice;
import tallyfold.notification.OperationFailed;
import tallyfold.notification.SaveChannelResult;
import tallyfold.notification.UndeliveredMessage;
import tallyfold.notification.WebhookDraft;
import tallyfold.notification.wire.ScriptedMailServer;
import tallyfold.security.Role;
import tallyfold.security.User;
import tallyfold.support.Databases;
import tallyfold.sync.SyncRunStatus;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The queue of what leaves, towards a real mail server and a real web server. */
@ParameterizedClass
@EnumSource(Databases.Kind.class)
class SendingTest {

    private static final LocalDate TODAY = LocalDate.ofInstant(NotificationWorld.START, ZoneOffset.UTC);
    private static final String SECRET = "osprey-fen-77";

    private final NotificationWorld world;
    private final User anna;
    private final User mia;
    private final List<JsonNode> posted = new CopyOnWriteArrayList<>();
    private final List<String> ids = new CopyOnWriteArrayList<>();
    private @Nullable GreenMail mailServer;
    private @Nullable HttpServer webServer;
    private volatile int status = 200;

    SendingTest(Databases.Kind kind) {
        world = new NotificationWorld(kind);
        anna = world.person(Role.ADMINISTRATOR, "anna");
        mia = world.person(Role.PROJECT_MANAGER, "mia");
    }

    @BeforeEach
    void addresses() {
        world.email(anna, "anna@example.com");
    }

    @AfterEach
    void end() {
        if (mailServer != null) {
            mailServer.stop();
        }
        if (webServer != null) {
            webServer.stop(0);
        }
        world.close();
    }

    private GreenMail startMail(int port) {
        GreenMail server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        mailServer = server;
        return server;
    }

    private void useMail(int port) {
        world.signIn(anna);
        assertThat(world.mail()
                        .save(new MailDraft(
                                "127.0.0.1",
                                port,
                                MailEncryption.NONE,
                                "",
                                null,
                                "tallyfold@example.com",
                                false,
                                "https://hub.example.com/")))
                .isInstanceOf(SaveChannelResult.Saved.class);
    }

    private void useWebhook() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                posted.add(JsonMapper.builder()
                        .build()
                        .readTree(exchange.getRequestBody().readAllBytes()));
                ids.add(exchange.getRequestHeaders().getFirst("webhook-id"));
                exchange.sendResponseHeaders(status, -1);
                exchange.close();
            });
            server.start();
            webServer = server;
            world.signIn(anna);
            try (Secret secret = Secret.of(SECRET)) {
                assertThat(world.webhook()
                                .save(new WebhookDraft(
                                        "http://127.0.0.1:"
                                                + server.getAddress().getPort() + "/hook",
                                        secret,
                                        "https://hub.example.com")))
                        .isInstanceOf(SaveChannelResult.Saved.class);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int closedPort() {
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return closed.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String whole(MimeMessage message) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            message.writeTo(out);
            return out.toString(StandardCharsets.UTF_8);
        } catch (IOException | MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private List<UndeliveredMessage> undelivered() {
        world.signIn(anna);
        return world.mail().undelivered();
    }

    /** As the scheduler does. */
    private void sendFor(Duration time) {
        for (Duration passed = Duration.ZERO; passed.compareTo(time) < 0; passed = passed.plusSeconds(30)) {
            world.send();
            world.pass(Duration.ofSeconds(30));
        }
    }

    @Nested
    class Mail {

        @Test
        void reachesThoseWithAnAddressOnce() throws Exception {
            GreenMail server = startMail(0);
            useMail(server.getSmtp().getPort());
            world.connection("Fabrikam", TODAY.plusDays(7), mia);

            world.look();
            world.send();
            world.restart();
            world.look();
            sendFor(Duration.ofMinutes(20));

            assertThat(server.getReceivedMessages()).hasSize(1);
            MimeMessage got = server.getReceivedMessages()[0];
            assertThat(got.getAllRecipients()).hasSize(1);
            assertThat(got.getAllRecipients()[0]).hasToString("anna@example.com");
            assertThat(got.getSubject()).isEqualTo("[Tallyfold] The token of Fabrikam expires soon");
            assertThat(whole(got))
                    .contains("expires on 30 Nov 2026", "https://hub.example.com/connections")
                    .contains("text/html");
        }

        @Test
        void isNotQueuedBeforeItIsSetUp() {
            world.connection("Fabrikam", TODAY.plusDays(7));
            world.look();
            GreenMail server = startMail(0);
            useMail(server.getSmtp().getPort());

            world.look();
            sendFor(Duration.ofMinutes(5));

            assertThat(server.getReceivedMessages()).isEmpty();
        }

        @Test
        void leavesOutWhatAPersonDoesNotWantByMail() {
            world.email(mia, "mia@example.com");
            GreenMail server = startMail(0);
            useMail(server.getSmtp().getPort());
            world.signIn(mia);
            world.node()
                    .service
                    .choose(new NotificationPreferences(
                            false, List.of(new Choice(NotificationKind.TOKEN_EXPIRES, true, false))));
            world.connection("Fabrikam", TODAY.plusDays(7), mia);

            world.look();
            world.send();

            assertThat(world.bell(mia)).hasSize(1);
            assertThat(server.getReceivedMessages()).hasSize(1);
        }

        @Test
        void arrivesOnceFromTwoNodesThatSendAtOnce() throws Exception {
            GreenMail server = startMail(0);
            useMail(server.getSmtp().getPort());
            for (int i = 0; i < 8; i++) {
                world.connection("Fabrikam" + i, TODAY.plusDays(7));
            }
            world.look();
            CyclicBarrier together = new CyclicBarrier(2);
            try (NotificationWorld.Node other = world.another();
                    ExecutorService nodes = Executors.newFixedThreadPool(2)) {
                List<Future<?>> sendings = new ArrayList<>();
                for (NotificationWorld.Node node : List.of(world.node(), other)) {
                    sendings.add(nodes.submit(() -> {
                        together.await();
                        node.delivering.sendDue();
                        return null;
                    }));
                }
                for (Future<?> sending : sendings) {
                    sending.get();
                }
            }

            List<String> subjects = new ArrayList<>();
            for (MimeMessage message : server.getReceivedMessages()) {
                subjects.add(message.getSubject());
            }
            assertThat(subjects).hasSize(8).doesNotHaveDuplicates();
        }

        @Test
        void comesLateFromAServerThatWasDownForAnHour() {
            int port = closedPort();
            useMail(port);
            world.connection("Fabrikam", TODAY.plusDays(7));
            world.look();

            sendFor(Duration.ofHours(1));
            assertThat(undelivered()).singleElement().satisfies(message -> {
                assertThat(message.givenUp()).isFalse();
                assertThat(message.attempts()).isEqualTo(4);
                assertThat(message.problem()).contains("Nothing takes mail at 127.0.0.1:" + port);
            });
            GreenMail server = startMail(port);
            sendFor(Duration.ofHours(3));

            assertThat(server.getReceivedMessages()).hasSize(1);
            assertThat(undelivered()).isEmpty();
        }

        @Test
        void isTriedLaterAndLaterThenGivenUpAndShown() {
            useMail(closedPort());
            world.connection("Fabrikam", TODAY.plusDays(7));
            world.look();

            List<Long> triedAfter = new ArrayList<>();
            int before = 0;
            for (long second = 0; second < Duration.ofHours(5).toSeconds(); second += 30) {
                world.send();
                int attempts = undelivered().getFirst().attempts();
                if (attempts > before) {
                    triedAfter.add(second / 60);
                    before = attempts;
                }
                world.pass(Duration.ofSeconds(30));
            }

            assertThat(triedAfter).containsExactly(0L, 1L, 6L, 36L, 156L);
            assertThat(undelivered())
                    .singleElement()
                    .satisfies(message -> assertThat(message.givenUp()).isTrue());
        }

        @Test
        void goesOnToTheOthersAfterAnAddressNobodyReads() {
            try (ScriptedMailServer server = new ScriptedMailServer().answer("RCPT", "550 No such user")) {
                world.email(mia, "mia@example.com");
                useMail(server.port());
                world.connection("Fabrikam", TODAY.plusDays(7), mia);
                world.look();

                world.send();

                assertThat(server.heard)
                        .anyMatch(line -> line.contains("anna@example.com"))
                        .anyMatch(line -> line.contains("mia@example.com"));
                assertThat(undelivered()).hasSize(2);
            }
        }

        @Test
        void isNotSentToWhoMayNotSignInAnyMore() {
            GreenMail server = startMail(0);
            useMail(server.getSmtp().getPort());
            world.connection("Fabrikam", TODAY.plusDays(7));
            world.look();
            world.jdbc.sql("UPDATE app_user SET enabled = FALSE").update();

            sendFor(Duration.ofHours(4));

            assertThat(server.getReceivedMessages()).isEmpty();
        }
    }

    @Nested
    class Webhook {

        @Test
        void isPostedOnceForTheInstallation() {
            useWebhook();
            world.connection("Fabrikam", TODAY.plusDays(2), mia);

            world.look();
            world.send();
            world.restart();
            world.look();
            sendFor(Duration.ofMinutes(20));

            assertThat(posted).singleElement().satisfies(body -> {
                assertThat(body.propertyNames())
                        .containsExactlyInAnyOrder("id", "kind", "occurredAt", "severity", "text", "url");
                assertThat(body.get("kind").asString()).isEqualTo("TOKEN_EXPIRES");
                assertThat(body.get("severity").asString()).isEqualTo("CRITICAL");
                assertThat(body.get("occurredAt").asString()).startsWith("2026-11-23T09:00");
                assertThat(body.get("url").asString()).isEqualTo("https://hub.example.com/connections");
            });
        }

        @Test
        void isPostedAgainUnderTheSameIdUntilItIsTaken() {
            useWebhook();
            status = 503;
            world.connection("Fabrikam", TODAY.plusDays(2));
            world.look();

            sendFor(Duration.ofMinutes(5));
            status = 200;
            sendFor(Duration.ofHours(4));

            assertThat(posted).hasSize(3);
            assertThat(ids).hasSize(3).containsOnly(posted.getFirst().get("id").asString());
            world.signIn(anna);
            assertThat(world.webhook().undelivered()).isEmpty();
        }
    }

    @Nested
    class Secrecy {

        @Test
        void keepsNamesFromAllWhoHaveNotAskedAndSecretsFromEverybody() throws Exception {
            world.email(mia, "mia@example.com");
            GreenMail server = startMail(0);
            useMail(server.getSmtp().getPort());
            useWebhook();
            List<Choice> all = Arrays.stream(NotificationKind.values())
                    .map(kind -> new Choice(kind, true, true))
                    .toList();
            world.signIn(anna);
            world.node().service.choose(new NotificationPreferences(false, all));
            world.signIn(mia);
            world.node().service.choose(new NotificationPreferences(true, all));

            ConnectionId id = world.connection("Fabrikam", TODAY.plusDays(7), mia);
            world.ran(world.link(id, "Zebra"), SyncRunStatus.FAILED);
            world.look();
            world.pass(Duration.ofHours(26));
            world.remote.put(id, List.of("Zebra"));
            world.look();
            world.health(id, Health.TOKEN_REFUSED);
            world.look();
            world.node()
                    .context
                    .publishEvent(new OperationFailed(
                            OperationFailed.Operation.BACKUP, "The disk is full.\r\nBcc: eve@example.com"));
            world.send();

            assertThat(world.bell(anna)).hasSize(5).noneMatch(text -> text.contains("Zebra"));
            assertThat(world.bell(mia)).hasSize(4).anyMatch(text -> text.contains("Zebra"));
            assertThat(posted).hasSize(5).noneMatch(body -> body.toString().contains("Zebra"));
            List<String> named = new ArrayList<>();
            for (MimeMessage message : server.getReceivedMessages()) {
                assertThat(message.getAllRecipients()).hasSize(1);
                assertThat(whole(message)).doesNotContain(SECRET).doesNotContain("\nBcc:");
                if (whole(message).contains("Zebra")) {
                    named.add(message.getAllRecipients()[0].toString());
                }
            }
            assertThat(server.getReceivedMessages()).hasSize(9);
            assertThat(named).hasSize(2).containsOnly("mia@example.com");
            assertThat(world.column("SELECT COALESCE(detail, '') FROM audit_event"))
                    .isNotEmpty()
                    .noneMatch(detail -> detail.contains(SECRET));
            assertThat(world.column("SELECT sealed FROM webhook_target")).noneMatch(text -> text.contains(SECRET));
        }
    }
}
