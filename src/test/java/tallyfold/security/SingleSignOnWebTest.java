package tallyfold.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tallyfold.security.internal.UserChanges;
import tallyfold.security.internal.UserRepository;
import tallyfold.support.MutableClock;
import tallyfold.support.OidcProvider;
import tallyfold.support.OidcProvider.Lie;

/** The product as a client of a real provider, over real sockets. */
@SecurityWebTest
@DirtiesContext
@SuppressWarnings("NullAway")
class SingleSignOnWebTest {

    private static final String LOCAL_PASSWORD = "kestrel-marsh-41-oak";
    private static final String PAGE = "/tests/signed-in";
    private static final String REFUSED = "/login?error";

    private static final OidcProvider PROVIDER = new OidcProvider().start();

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        for (String setting : PROVIDER.settings()) {
            String[] parts = setting.split("=", 2);
            registry.add(parts[0], () -> parts[1]);
        }
        registry.add("spring.datasource.url", () -> "jdbc:h2:mem:single-sign-on;DB_CLOSE_DELAY=-1");
        registry.add("tallyfold.home", () -> "target/single-sign-on-test");
    }

    @AfterAll
    static void stopProvider() {
        PROVIDER.stop();
    }

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MutableClock clock;

    @Autowired
    private UserRepository users;

    @Autowired
    private UserChanges changes;

    private SignInTrip browser;

    @BeforeEach
    void startFresh() {
        jdbc.sql("DELETE FROM app_user WHERE name <> 'admin'").update();
        jdbc.sql("DELETE FROM sign_in_failure").update();
        // What is written down of nonsense in an hour is limited.
        clock.advance(Duration.ofHours(2));
        browser = new SignInTrip(port);
    }

    private Optional<User> user(String name) {
        return users.findByName(name).map(UserRepository.Credentials::user);
    }

    private List<String> lastEvents(int most) {
        return jdbc.sql("""
                        SELECT CONCAT(actor, ' ', action, ' ', subject, ' ', outcome, ' ', detail) FROM audit_event
                         ORDER BY seq DESC FETCH FIRST :most ROWS ONLY""").param("most", most).query(String.class).list();
    }

    @Test
    void isOfferedOnTheSignInPage() {
        assertThat(browser.get("/login").statusCode()).isEqualTo(200);
        assertThat(browser.begin().toString()).startsWith(PROVIDER.issuer() + "/oauth2/authorize?");
    }

    @Test
    void asksWithAProofKeyAStateAndANonceOfItsOwn() {
        var first = SignInTrip.parameters(browser.begin());
        var second = SignInTrip.parameters(new SignInTrip(port).begin());
        assertThat(first)
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("response_type", "code")
                .containsEntry("client_id", OidcProvider.CLIENT)
                .containsEntry("redirect_uri", "http://127.0.0.1:" + port + "/login/oauth2/code/oidc")
                .doesNotContainKey("client_secret");
        for (String once : List.of("code_challenge", "state", "nonce")) {
            assertThat(first.get(once)).as(once).hasSizeGreaterThanOrEqualTo(43).isNotEqualTo(second.get(once));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "tally-admins,ADMINISTRATOR",
        "tally-managers,PROJECT_MANAGER",
        "tally-readers,VIEWER",
        "'others,tally-readers,tally-admins',ADMINISTRATOR"
    })
    void givesTheRoleOfTheClaim(String claimed, Role role) {
        PROVIDER.person("grace", claimed);
        assertThat(browser.signIn("grace")).isEqualTo("/");
        assertThat(browser.get(PAGE).statusCode()).isEqualTo(200);
        assertThat(user("grace").orElseThrow().role()).isEqualTo(role);
        assertThat(users.findByName("grace").orElseThrow().passwordHash()).isNull();
        assertThat(lastEvents(2))
                .containsExactly(
                        "grace user.signed-in grace SUCCESS OpenID Connect",
                        "grace user.created grace SUCCESS " + role.label() + ", by OpenID Connect");
    }

    @ParameterizedTest
    @CsvSource({"''", "others", "TALLY-ADMINS", "tally-admins-of-another-place"})
    void refusesWhoeverHasNoRole(String claimed) {
        PROVIDER.person("mallory", claimed);
        assertThat(browser.signIn("mallory")).isEqualTo(REFUSED);
        assertThat(browser.signedOut(PAGE)).isTrue();
        assertThat(user("mallory")).isEmpty();
        assertThat(lastEvents(1)).containsExactly("system user.signed-in unknown user REFUSED OpenID Connect: no role");
    }

    @Test
    void endsEverySessionOfWhoeverHasNoRoleAnyMore() {
        PROVIDER.person("grace", "tally-admins");
        browser.signIn("grace");
        PROVIDER.person("grace", "");
        assertThat(new SignInTrip(port).signIn("grace")).isEqualTo(REFUSED);
        assertThat(browser.signedOut(PAGE)).isTrue();
    }

    @Test
    void takesAChangedRoleOverAndEndsTheSessionsWithTheOldOne() {
        PROVIDER.person("grace", "tally-admins");
        browser.signIn("grace");
        PROVIDER.person("grace", "tally-readers");
        SignInTrip other = new SignInTrip(port);
        assertThat(other.signIn("grace")).isEqualTo("/");
        assertThat(user("grace").orElseThrow().role()).isEqualTo(Role.VIEWER);
        assertThat(browser.signedOut(PAGE)).isTrue();
        assertThat(other.signedOut(PAGE)).isFalse();
        assertThat(lastEvents(2).getLast())
                .isEqualTo("grace user.role-changed grace SUCCESS from Administrator to Viewer, by OpenID Connect");
    }

    @Test
    void keepsTheDisabledOutAndEndsTheirSessionsAtOnce() {
        PROVIDER.person("grace", "tally-admins");
        browser.signIn("grace");
        assertThat(changes.enable(user("grace").orElseThrow().id(), false)).isEqualTo(new ChangeUserResult.Changed());
        assertThat(browser.signedOut(PAGE)).isTrue();
        assertThat(browser.signIn("grace")).isEqualTo(REFUSED);
        assertThat(browser.signedOut(PAGE)).isTrue();
        assertThat(user("grace").orElseThrow().enabled()).isFalse();
        assertThat(lastEvents(1)).containsExactly("system user.signed-in grace REFUSED OpenID Connect: disabled");
    }

    @ParameterizedTest
    @EnumSource(value = Lie.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void believesNoToken(Lie lie) {
        PROVIDER.person("mallory", "tally-admins").lieAbout("mallory", lie);
        assertThat(browser.signIn("mallory")).isEqualTo(REFUSED);
        assertThat(browser.signedOut(PAGE)).isTrue();
        assertThat(user("mallory")).isEmpty();
        assertThat(lastEvents(1))
                .containsExactly("system user.signed-in unknown user REFUSED OpenID Connect: provider refused");
        PROVIDER.lieAbout("mallory", Lie.NONE);
        assertThat(browser.signIn("mallory"))
                .as("the truth about the same person, on the way to the page asked for")
                .startsWith(PAGE);
    }

    @Test
    void takesAnAnswerOnceAndFromTheBrowserThatAskedOnly() {
        PROVIDER.person("grace", "tally-admins");
        URI callback = browser.atProvider(browser.begin(), "grace");
        SignInTrip other = new SignInTrip(port);
        assertThat(other.back(callback)).isEqualTo(REFUSED);
        assertThat(other.signedOut(PAGE)).isTrue();
        assertThat(browser.back(callback)).isEqualTo("/");
        SignInTrip third = new SignInTrip(port);
        var _ = third.begin();
        assertThat(third.back(callback)).isEqualTo(REFUSED);
        assertThat(browser.back(callback)).isEqualTo(REFUSED);
    }

    @Test
    void believesNoCodeThatTheProviderDidNotGive() {
        var asked = SignInTrip.parameters(browser.begin());
        assertThat(browser.back(URI.create("http://127.0.0.1:" + port + "/login/oauth2/code/oidc?code=made-up&state="
                        + java.net.URLEncoder.encode(asked.get("state"), java.nio.charset.StandardCharsets.UTF_8))))
                .isEqualTo(REFUSED);
        assertThat(browser.signedOut(PAGE)).isTrue();
    }

    @Test
    void makesAnotherAccountForTheNameAndAddressOfALocalOne() {
        var admin = users.findByName("admin").orElseThrow();
        jdbc.sql("UPDATE app_user SET email = 'admin@contoso.com'").update();
        PROVIDER.person("mallory", "tally-readers", "Admin", "admin@contoso.com");
        assertThat(browser.signIn("mallory")).isEqualTo("/");
        assertThat(users.findByName("admin")).contains(admin);
        assertThat(user("admin-2").orElseThrow().role()).isEqualTo(Role.VIEWER);
        assertThat(Browser.target(new Browser(port).signIn("admin", LOCAL_PASSWORD)))
                .isEqualTo("/");
    }

    @Test
    void knowsSomebodyAgainUnderAnotherName() {
        PROVIDER.person("ivy", "tally-readers", "ivy.old", "ivy@contoso.com");
        browser.signIn("ivy");
        PROVIDER.person("ivy", "tally-readers", "ivy.new", "ivy@fabrikam.com");
        assertThat(new SignInTrip(port).signIn("ivy")).isEqualTo("/");
        assertThat(user("ivy.old")).isPresent();
        assertThat(user("ivy.new")).isEmpty();
    }

    @Test
    void givesNoWayInByPassword() {
        PROVIDER.person("grace", "tally-admins");
        browser.signIn("grace");
        Browser local = new Browser(port);
        assertThat(Browser.target(local.signIn("grace", ""))).isEqualTo(REFUSED);
        assertThat(Browser.target(local.signIn("grace", "null"))).isEqualTo(REFUSED);
        assertThat(Browser.target(local.signIn("grace", OidcProvider.PASSWORD))).isEqualTo(REFUSED);
    }

    @Test
    void leadsBackToThePageAskedForAndNowhereElse() {
        PROVIDER.person("grace", "tally-readers");
        browser.get(PAGE + "?filter=late");
        assertThat(browser.signIn("grace")).startsWith(PAGE + "?filter=late");
        SignInTrip other = new SignInTrip(port);
        HttpResponse<String> begun = other.get("/oauth2/authorization/oidc"
                + "?redirect_uri=https%3A%2F%2Fevil.example%2F&continue=https%3A%2F%2Fevil.example%2F"
                + "&Saved-url=https%3A%2F%2Fevil.example%2F");
        assertThat(begun.headers().firstValue("Location").orElse("")).doesNotContain("evil");
        URI callback = other.atProvider(SignInTrip.target(begun), "grace");
        assertThat(other.back(URI.create(callback + "&Saved-url=https%3A%2F%2Fevil.example%2F")))
                .isEqualTo("/");
    }

    @Test
    void startsASessionUnderANewIdThatEndsLikeAnyOther() {
        PROVIDER.person("grace", "tally-readers");
        browser.signIn("grace");
        assertThat(jdbc.sql("SELECT COUNT(*) FROM user_session")
                        .query(Long.class)
                        .single())
                .isPositive();
        for (int i = 0; i < 36; i++) {
            clock.advance(Duration.ofMinutes(20));
            assertThat(browser.signedOut(PAGE))
                    .as("after %d times 20 minutes", i + 1)
                    .isFalse();
        }
        clock.advance(Duration.ofSeconds(1));
        assertThat(browser.signedOut(PAGE)).isTrue();
        browser.signIn("grace");
        clock.advance(Duration.ofMinutes(31));
        assertThat(browser.signedOut(PAGE)).isTrue();
    }

    @Test
    void doesNotTakeThePlaceOfTheSetUp() {
        PROVIDER.person("grace", "tally-admins");
        URI callback = browser.atProvider(browser.begin(), "grace");
        jdbc.sql("CREATE TABLE kept AS SELECT * FROM app_user").update();
        jdbc.sql("DELETE FROM app_user").update();
        try {
            assertThat(browser.back(callback)).isEqualTo("/setup");
            assertThat(SignInTrip.target(browser.get("/oauth2/authorization/oidc"))
                            .getPath())
                    .isEqualTo("/setup");
            assertThat(users.isEmpty()).isTrue();
        } finally {
            jdbc.sql("INSERT INTO app_user SELECT * FROM kept").update();
            jdbc.sql("DROP TABLE kept").update();
        }
    }

    @Test
    void writesNonsenseDownSixtyTimesAnHourAtMost() {
        long before = refused();
        for (int i = 0; i < 70; i++) {
            assertThat(browser.back(
                            URI.create("http://127.0.0.1:" + port + "/login/oauth2/code/oidc?code=x&state=" + i)))
                    .isEqualTo(REFUSED);
        }
        assertThat(refused() - before).isEqualTo(60);
    }

    private long refused() {
        return jdbc.sql("SELECT COUNT(*) FROM audit_event WHERE outcome = 'REFUSED'")
                .query(Long.class)
                .single();
    }
}
