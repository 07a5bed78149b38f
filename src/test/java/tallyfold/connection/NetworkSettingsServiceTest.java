package tallyfold.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import tallyfold.kernel.Secret;
import tallyfold.network.NetworkPath.Route;
import tallyfold.network.NetworkSettings;
import tallyfold.security.Role;
import tallyfold.support.Databases;
import tallyfold.support.TestAuthority;
import tallyfold.vault.SealedSecret;
import tallyfold.vault.SealedSecretSource;
import tallyfold.vault.SecretVault;

@ParameterizedClass
@EnumSource(Databases.Kind.class)
class NetworkSettingsServiceTest {

    private static final String PASSWORD = "proxy-secret-4711";

    @TempDir
    private static Path folder;

    private final ConnectionFixture fixture;
    private final NetworkSettingsService service;
    private final NetworkSettings network;

    NetworkSettingsServiceTest(Databases.Kind kind) {
        fixture = ConnectionFixture.empty(kind);
        service = fixture.context.getBean(NetworkSettingsService.class);
        network = fixture.context.getBean(NetworkSettings.class);
    }

    @BeforeEach
    void empty() {
        fixture.signIn(Role.ADMINISTRATOR, "admin");
        fixture.jdbc.sql("DELETE FROM network_secret").update();
        fixture.jdbc.sql("DELETE FROM network_authority").update();
        fixture.jdbc
                .sql("UPDATE network_setting SET route = 'CONFIGURED', proxy_host = NULL, proxy_port = NULL,"
                        + " proxy_user = NULL, direct_hosts = NULL")
                .update();
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    private static ProxyDraft draft(String host, int port, String user, @Nullable String password) {
        return new ProxyDraft(
                ProxyMode.PROXY,
                host,
                port,
                user,
                password == null ? null : Secret.of(password),
                List.of("intranet.contoso.com", " .Local "));
    }

    private Route.Through route() {
        return (Route.Through) network.path().route();
    }

    private String lastTrail() {
        return fixture.trail().getLast();
    }

    @Test
    void leavesTheConfigurationInForceUntilSomebodyChooses() {
        assertThat(service.proxy().mode()).isEqualTo(ProxyMode.CONFIGURED);
        assertThat(network.path().route()).isEqualTo(new Route.AsConfigured());
    }

    @Test
    void storesAProxyWithItsPasswordSealedAndNeverGivesThatBack() {
        long before = network.version();
        assertThat(service.saveProxy(draft(" Proxy.Contoso.com ", 3128, "anna", PASSWORD)))
                .isEqualTo(new ProxyResult.Saved(false));

        assertThat(network.version()).isGreaterThan(before);
        assertThat(service.proxy())
                .isEqualTo(new ProxyEntry(
                        ProxyMode.PROXY,
                        "proxy.contoso.com",
                        3128,
                        "anna",
                        true,
                        List.of("intranet.contoso.com", ".local")));
        assertThat(route().password()).isEqualTo(Secret.of(PASSWORD));
        assertThat(service.proxy().toString() + route()).doesNotContain(PASSWORD);
        assertThat(fixture.jdbc
                        .sql("SELECT sealed FROM network_secret")
                        .query((row, _) -> row.getString(1))
                        .single())
                .doesNotContain(PASSWORD);
    }

    @Test
    void storesThePasswordUnderTheKeyThatReplacedTheOneItWasSealedWith() {
        SecretVault vault = fixture.context.getBean(SecretVault.class);
        doReturn(true).when(vault).outdated(any());
        doReturn(new SealedSecret("sealed anew")).when(vault).sealAnew(any(), any());
        try {
            service.saveProxy(draft("proxy.contoso.com", 3128, "anna", PASSWORD));
        } finally {
            doReturn(false).when(vault).outdated(any());
        }
        assertThat(fixture.jdbc
                        .sql("SELECT sealed FROM network_secret")
                        .query((row, _) -> row.getString(1))
                        .single())
                .isEqualTo("sealed anew");
    }

    @Test
    void writesDownWhatChangedAndNothingOfThePassword() {
        service.saveProxy(draft("proxy.contoso.com", 3128, "anna", PASSWORD));
        assertThat(lastTrail())
                .startsWith("network.proxy-changed SUCCESS")
                .contains("mode, host, port, user, password, hosts reached directly")
                .doesNotContain(PASSWORD);
        int events = fixture.trail().size();
        service.saveProxy(draft("proxy.contoso.com", 3128, "anna", null));
        assertThat(fixture.trail()).as("nothing changed").hasSize(events);
    }

    @Test
    void keepsThePasswordOnlyForTheDestinationItWasEnteredFor() {
        service.saveProxy(draft("proxy.contoso.com", 3128, "anna", PASSWORD));
        service.saveProxy(new ProxyDraft(ProxyMode.PROXY, "proxy.contoso.com", 3128, "anna", null, List.of()));
        assertThat(route().password()).isEqualTo(Secret.of(PASSWORD));

        for (ProxyDraft elsewhere : List.of(
                draft("evil.example", 3128, "anna", null),
                draft("proxy.contoso.com", 3129, "anna", null),
                draft("proxy.contoso.com", 3128, "eve", null))) {
            service.saveProxy(draft("proxy.contoso.com", 3128, "anna", PASSWORD));
            assertThat(service.saveProxy(elsewhere)).isEqualTo(new ProxyResult.Saved(true));
            assertThat(route().password()).isNull();
            assertThat(fixture.count("network_secret")).isZero();
        }
    }

    @Test
    void doesNotOpenAPasswordWhoseRowWasPointedElsewhere() {
        service.saveProxy(draft("proxy.contoso.com", 3128, "anna", PASSWORD));
        fixture.jdbc
                .sql("UPDATE network_setting SET proxy_host = 'evil.example'")
                .update();
        assertThat(route().host()).isEqualTo("evil.example");
        assertThat(route().password()).isNull();
    }

    @Test
    void forgetsThePasswordWithTheProxy() {
        service.saveProxy(draft("proxy.contoso.com", 3128, "anna", PASSWORD));
        service.saveProxy(new ProxyDraft(ProxyMode.DIRECT, "", null, "", null, List.of()));
        assertThat(network.path().route()).isEqualTo(new Route.Direct());
        assertThat(fixture.count("network_secret")).isZero();
    }

    @Test
    void offersThePasswordToTheChecksAndTheRotationOfTheVault() {
        service.saveProxy(draft("proxy.contoso.com", 3128, "anna", PASSWORD));
        SealedSecretSource source = fixture.context.getBeansOfType(SealedSecretSource.class).values().stream()
                .filter(each ->
                        each.entries().stream().anyMatch(entry -> entry.label().contains("Proxy")))
                .findFirst()
                .orElseThrow();
        SealedSecretSource.Entry entry = source.entries().getFirst();
        assertThat(entry.label()).isEqualTo("Proxy password for proxy.contoso.com:3128");
        assertThat(source.replace(entry.row(), entry.sealed(), entry.sealed())).isTrue();
        long before = network.version();
        assertThat(source.forgetAll()).isEqualTo(1);
        assertThat(network.version()).isGreaterThan(before);
        assertThat(service.proxy().passwordStored()).isFalse();
    }

    @Test
    void refusesWhatCanBeNoProxyAndStoresNothing() {
        for (String host : Arrays.asList(
                "",
                "https://proxy.contoso.com",
                "proxy.contoso.com/path",
                "user@proxy",
                "a b",
                "proxy:3128:x y",
                "прокси.example",
                "a".repeat(300),
                "-x",
                "x\r\ny")) {
            assertThat(service.saveProxy(draft(host, 3128, "", null)))
                    .as(host)
                    .isInstanceOfSatisfying(
                            ProxyResult.Refused.class,
                            refused -> assertThat(refused.fields()).containsKey(ProxyField.HOST));
        }
        for (Integer port : Arrays.asList(0, -1, 65_536, null)) {
            ProxyDraft odd = new ProxyDraft(ProxyMode.PROXY, "proxy", port, "", null, List.of());
            assertThat(((ProxyResult.Refused) service.saveProxy(odd)).fields()).containsKey(ProxyField.PORT);
            assertThat(service.tryProxy(odd)).isInstanceOf(ProxyResult.Refused.class);
        }
        for (String user : List.of("a:b", "a\nb", "a".repeat(257))) {
            assertThat(((ProxyResult.Refused) service.saveProxy(draft("proxy", 1, user, null))).fields())
                    .containsKey(ProxyField.USER);
        }
        ProxyDraft odd = new ProxyDraft(ProxyMode.PROXY, "proxy", 1, "", null, List.of("a/b"));
        assertThat(((ProxyResult.Refused) service.saveProxy(odd)).fields()).containsKey(ProxyField.DIRECT);
        assertThat(service.proxy().mode()).isEqualTo(ProxyMode.CONFIGURED);
    }

    @Test
    void trustsAnAuthorityAndShowsWhatItIs() {
        TestAuthority authority = TestAuthority.create(folder, "Inspection " + System.nanoTime());
        long before = network.version();
        String pasted = "Subject: something\n" + authority.pem().replace("\n", "\r\n") + "\nand more";
        var added = (AddAuthoritiesResult.Added) service.addAuthorities(pasted);

        assertThat(added.added()).singleElement().satisfies(each -> {
            assertThat(each.subject()).contains("CN=Inspection");
            assertThat(each.fingerprintInPairs()).matches("([0-9A-F]{2}:){31}[0-9A-F]{2}");
            assertThat(each.validUntil()).isAfter(each.validFrom());
        });
        assertThat(network.version()).isGreaterThan(before);
        assertThat(network.path().authorities()).containsExactly(authority.certificate());
        assertThat(lastTrail()).startsWith("network.authority-added SUCCESS").contains("CN=Inspection");

        assertThat(((AddAuthoritiesResult.Added) service.addAuthorities(pasted)).added())
                .isEmpty();
        assertThat(service.authorities()).hasSize(1);
        service.removeAuthority(service.authorities().getFirst());
        assertThat(network.path().authorities()).isEmpty();
        assertThat(lastTrail()).startsWith("network.authority-removed SUCCESS");
    }

    @Test
    void refusesWhatIsNoAuthorityWithASentence() {
        TestAuthority authority = TestAuthority.create(folder, "Signer " + System.nanoTime());
        String server = TestAuthority.pem(authority.issue("host.example"));
        String old = TestAuthority.create(
                        folder, "Old " + System.nanoTime(), "-startdate", "2020/01/01", "-validity", "10")
                .pem();
        assertThat(sentence(server)).contains("CN=host.example is no certificate authority");
        assertThat(sentence(old)).contains("CN=Old").contains("has expired");
        assertThat(sentence("hello")).contains("This is no certificate");
        assertThat(sentence("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----"))
                .contains("This is no certificate");
        assertThat(sentence("")).contains("Paste a certificate");
        assertThat(sentence("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n" + authority.pem()))
                .contains("private key");
        assertThat(sentence(authority.pem().repeat(21))).contains("too much");
        assertThat(sentence(authority.pem() + server)).as("all or none").contains("no certificate authority");
        assertThat(service.authorities()).isEmpty();
    }

    private String sentence(String pem) {
        return ((AddAuthoritiesResult.Refused) service.addAuthorities(pem)).sentence();
    }

    @Test
    void isForAdministratorsOnly() {
        for (Role role : List.of(Role.PROJECT_MANAGER, Role.VIEWER)) {
            fixture.signIn(role, "mona");
            assertThatThrownBy(service::proxy).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> service.saveProxy(draft("proxy", 1, "", null)))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> service.tryProxy(draft("proxy", 1, "", null)))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> service.addAuthorities("")).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(service::authorities).isInstanceOf(AccessDeniedException.class);
        }
    }
}
