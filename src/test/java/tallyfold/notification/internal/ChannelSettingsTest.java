package tallyfold.notification.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.security.access.AccessDeniedException;
import tallyfold.kernel.Secret;
import tallyfold.network.NetworkPath.Route;
import tallyfold.notification.MailDraft;
import tallyfold.notification.MailEncryption;
import tallyfold.notification.SaveChannelResult;
import tallyfold.notification.SaveChannelResult.Field;
import tallyfold.notification.SaveChannelResult.Refused;
import tallyfold.notification.SaveChannelResult.Saved;
import tallyfold.notification.TestMessageResult;
import tallyfold.notification.WebhookDraft;
import tallyfold.security.Role;
import tallyfold.support.Databases;
import tallyfold.support.RawServer;

/** What is stored of the ways out, and what a stored password is good for. */
@ParameterizedClass
@EnumSource(Databases.Kind.class)
class ChannelSettingsTest {

    private static final String PASSWORD = "kestrel-marsh-41";

    private final NotificationWorld world;

    ChannelSettingsTest(Databases.Kind kind) {
        world = new NotificationWorld(kind);
    }

    @BeforeEach
    void signIn() {
        world.signIn(world.person(Role.ADMINISTRATOR, "anna"));
    }

    @AfterEach
    void end() {
        world.close();
    }

    private SaveChannelResult mail(String host, MailEncryption encryption, @Nullable String password) {
        return world.mail()
                .save(new MailDraft(
                        host,
                        587,
                        encryption,
                        "tallyfold",
                        password == null ? null : Secret.of(password),
                        "t@example.com",
                        false,
                        "https://hub.example.com/"));
    }

    private SaveChannelResult webhook(String address, @Nullable String secret) {
        return world.webhook().save(new WebhookDraft(address, secret == null ? null : Secret.of(secret), ""));
    }

    private static Field refused(SaveChannelResult result) {
        assertThat(result).isInstanceOf(Refused.class);
        return ((Refused) result).field();
    }

    @Test
    void keepsAPasswordOnlyForTheServerAndTheEncryptionItWasEnteredFor() {
        assertThat(refused(mail("smtp.example.com", MailEncryption.STARTTLS, null)))
                .isEqualTo(Field.SECRET);
        assertThat(mail("smtp.example.com", MailEncryption.STARTTLS, PASSWORD)).isInstanceOf(Saved.class);
        assertThat(mail("smtp.example.com", MailEncryption.STARTTLS, null)).isInstanceOf(Saved.class);

        assertThat(refused(mail("evil.example.com", MailEncryption.STARTTLS, null)))
                .isEqualTo(Field.SECRET);
        assertThat(refused(mail("smtp.example.com", MailEncryption.NONE, null))).isEqualTo(Field.SECRET);
        assertThat(world.mail().settings()).hasValueSatisfying(stored -> {
            assertThat(stored.host()).isEqualTo("smtp.example.com");
            assertThat(stored.passwordSet()).isTrue();
            assertThat(stored.installation()).isEqualTo("https://hub.example.com");
        });
    }

    @Test
    void sendsMailThroughTheProxyOnlyEncryptedAndOnlyWhereSomebodySaidSo() {
        assertThat(refused(world.mail().save(throughProxy(MailEncryption.NONE))))
                .isEqualTo(Field.PROXY);
        assertThat(mail("mail.example", MailEncryption.STARTTLS, PASSWORD)).isInstanceOf(Saved.class);
        assertThat(world.mail().settings().orElseThrow().throughProxy()).isFalse();
        assertThat(world.mail().save(throughProxy(MailEncryption.STARTTLS))).isInstanceOf(Saved.class);
        world.restart();
        assertThat(world.mail().settings().orElseThrow().throughProxy()).isTrue();
        assertThat(world.column("SELECT detail FROM audit_event ORDER BY seq"))
                .last()
                .asString()
                .contains("through the proxy");

        try (RawServer stern = new RawServer((_, socket) -> RawServer.send(socket, 403, "", new byte[0]))) {
            int port = URI.create(stern.url()).getPort();
            world.network.set(new Route.Through("127.0.0.1", port, null, null, List.of()));

            assertThat(world.mail().test("anna@example.com"))
                    .isInstanceOfSatisfying(
                            TestMessageResult.Failed.class,
                            failed -> assertThat(failed.text()).contains("lets no mail through to mail.example:587"));
            assertThat(stern.requests()).singleElement().asString().startsWith("CONNECT mail.example:587");
        }
    }

    private static MailDraft throughProxy(MailEncryption encryption) {
        return new MailDraft("mail.example", 587, encryption, "", null, "t@example.com", true, "");
    }

    @Test
    void savesAWebhookWhoseNameOnlyTheProxyKnows() {
        assertThat(refused(webhook("https://hooks.far.example/a", PASSWORD))).isEqualTo(Field.ADDRESS);

        world.network.set(new Route.Through("127.0.0.1", 9, null, null, List.of()));

        assertThat(webhook("https://hooks.far.example/a", PASSWORD)).isInstanceOf(Saved.class);
        assertThat(refused(webhook("https://169.254.169.254/", PASSWORD))).isEqualTo(Field.ADDRESS);
    }

    @Test
    void keepsAWebhooksSecretOnlyForItsAddress() {
        assertThat(refused(webhook("https://203.0.113.5/a", null))).isEqualTo(Field.SECRET);
        assertThat(webhook("https://203.0.113.5/a", PASSWORD)).isInstanceOf(Saved.class);
        assertThat(webhook("https://203.0.113.5/a", null)).isInstanceOf(Saved.class);

        assertThat(refused(webhook("https://203.0.113.6/a", null))).isEqualTo(Field.SECRET);
        assertThat(refused(webhook("https://169.254.169.254/", PASSWORD))).isEqualTo(Field.ADDRESS);
        assertThat(refused(webhook("http://203.0.113.5/a", PASSWORD))).isEqualTo(Field.ADDRESS);
    }

    @Test
    void refusesWhatCanBeNoServerAndNoSender() {
        assertThat(refused(mail("smtp.example.com\r\nx", MailEncryption.TLS, PASSWORD)))
                .isEqualTo(Field.HOST);
        assertThat(refused(world.mail()
                        .save(new MailDraft(
                                "smtp.example.com",
                                25,
                                MailEncryption.NONE,
                                "",
                                null,
                                "a@example.com\r\nBcc: eve@example.com",
                                false,
                                ""))))
                .isEqualTo(Field.SENDER);
        assertThat(world.mail().settings()).isEmpty();
    }

    @Test
    void writesChangesDownWithoutThePassword() {
        mail("smtp.example.com", MailEncryption.STARTTLS, PASSWORD);
        webhook("https://203.0.113.5/services/path-secret", PASSWORD);
        world.mail().turnOff();
        world.webhook().turnOff();

        assertThat(world.column("SELECT action FROM audit_event ORDER BY seq"))
                .containsExactly(
                        "mail.settings-saved", "webhook.settings-saved", "mail.turned-off", "webhook.turned-off");
        assertThat(world.column("SELECT detail FROM audit_event"))
                .noneMatch(detail -> detail.contains(PASSWORD) || detail.contains("path-secret"));
        assertThat(world.mail().settings()).isEmpty();
        assertThat(world.webhook().settings()).isEmpty();
    }

    @Test
    void areWalkedOverByTheVaultAndForgottenWithTheTokens() {
        mail("smtp.example.com", MailEncryption.STARTTLS, PASSWORD);
        webhook("https://203.0.113.5/a", PASSWORD);
        SealedChannelSecrets secrets = world.node().context.getBean(SealedChannelSecrets.class);
        assertThat(secrets.count()).isEqualTo(2);

        assertThat(secrets.forgetAll()).isEqualTo(2);

        assertThat(secrets.count()).isZero();
        assertThat(world.mail().test("anna@example.com"))
                .isInstanceOfSatisfying(
                        TestMessageResult.Failed.class,
                        failed -> assertThat(failed.text()).contains("Enter it anew"));
    }

    @Test
    void areOfNoConcernToProjectManagers() {
        world.signIn(world.person(Role.PROJECT_MANAGER, "mia"));

        assertThatThrownBy(() -> world.mail().settings()).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> world.webhook().test()).isInstanceOf(AccessDeniedException.class);
    }
}
