package tallyfold.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallyfold.security.internal.AccountSessions;
import tallyfold.security.internal.PasswordChange;
import tallyfold.security.internal.UserRepository;
import tallyfold.support.MutableClock;

@SecurityWebTest
@SuppressWarnings("NullAway")
class SignInWebTest {

    private static final String PASSWORD = "kestrel-marsh-41-oak";
    private static final String PAGE = "/tests/signed-in";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MutableClock clock;

    @Autowired
    private UserRepository users;

    @Autowired
    private AccountSessions accounts;

    @Autowired
    private PasswordChange passwordChange;

    private Browser browser;

    @BeforeEach
    void startFresh() {
        jdbc.sql("DELETE FROM sign_in_failure").update();
        browser = new Browser(port);
    }

    @Nested
    class Headers {

        @Test
        void standOnTheSignInPage() {
            assertHardened(browser.get("/login"));
        }

        @Test
        void standOnAPageForTheSignedIn() {
            browser.signIn("admin", PASSWORD);
            assertHardened(browser.get(PAGE));
        }

        @Test
        void letStaticFilesBeKept() {
            HttpResponse<String> file = browser.get("/styles.css");
            assertThat(file.statusCode()).isEqualTo(200);
            assertThat(file.headers().allValues("Cache-Control").toString()).doesNotContain("no-store");
            assertThat(file.headers().firstValue("Pragma")).isEmpty();
        }

        @Test
        void forbidScriptsToReadTheSessionCookie() {
            String cookie = browser.signIn("admin", PASSWORD).headers().allValues("Set-Cookie").stream()
                    .filter(value -> value.startsWith("JSESSIONID"))
                    .findFirst()
                    .orElseThrow();
            assertThat(cookie).contains("HttpOnly").containsIgnoringCase("SameSite=Lax");
        }

        private void assertHardened(HttpResponse<String> page) {
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                    .contains("default-src 'self'", "connect-src 'self'", "object-src 'none'", "frame-ancestors 'none'")
                    .doesNotContain("*");
            assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
            assertThat(page.headers().firstValue("Permissions-Policy").orElse(""))
                    .contains("camera=()");
            assertThat(page.headers().firstValue("Cross-Origin-Opener-Policy")).hasValue("same-origin");
            assertThat(page.headers().allValues("X-Frame-Options")).containsExactly("DENY");
            assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
            // Plain http on loopback must not bind a browser to https.
            assertThat(page.headers().firstValue("Strict-Transport-Security")).isEmpty();
        }
    }

    @Nested
    class SignedOut {

        @ParameterizedTest
        @ValueSource(strings = {PAGE, "/", "/projects?state=late", "/no/such/page", "/setup"})
        void everyAddressLeadsToTheSignIn(String path) {
            HttpResponse<String> answer = browser.get(path);
            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(Browser.target(answer)).isEqualTo("/login");
        }

        @ParameterizedTest
        @ValueSource(strings = {"/actuator/env", "/actuator/heapdump", "/actuator"})
        void operationsStayClosed(String path) {
            assertThat(browser.get(path).statusCode()).isNotEqualTo(200);
        }

        @ParameterizedTest
        @ValueSource(strings = {"/css/", "/css", "/aura/", "/help-images/", "/webjars/", "/VAADIN/"})
        void noFolderTellsWhatIsInIt(String path) {
            assertThat(browser.get(path).body())
                    .doesNotContain("security.css", "create-connection.png", "Directory", "Index of");
        }

        @Test
        void requestsAreNotEchoed() {
            HttpResponse<String> answer = browser.trace("/login", "X-Echo", "do not repeat this");
            assertThat(answer.statusCode()).isGreaterThanOrEqualTo(400);
            assertThat(answer.body()).doesNotContain("do not repeat this");
        }

        @Test
        void healthIsOpenAndSaysNoMoreThanThat() {
            HttpResponse<String> health = browser.get("/actuator/health/liveness");
            assertThat(health.statusCode()).isEqualTo(200);
            assertThat(health.body()).isEqualTo("{\"status\":\"UP\"}");
        }
    }

    @Nested
    class SigningIn {

        @Test
        void leadsBackToTheRequestedAddress() {
            browser.get(PAGE + "?filter=late");
            HttpResponse<String> answer = browser.signIn("admin", PASSWORD);
            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(Browser.target(answer)).startsWith(PAGE + "?filter=late");
        }

        @Test
        void changesTheSessionId() {
            browser.get(PAGE);
            String before = browser.sessionId();
            browser.signIn("admin", PASSWORD);
            assertThat(browser.sessionId()).isNotEqualTo(before);
        }

        @Test
        void givesSessionIdsOf128Bits() {
            browser.signIn("admin", PASSWORD);
            assertThat(browser.sessionId()).matches("[0-9A-F]{32}");
        }

        @Test
        void ignoresTheCaseOfTheName() {
            assertThat(Browser.target(browser.signIn("ADMIN", PASSWORD))).isEqualTo("/");
        }

        @Test
        void answersAWrongPasswordAndAnUnknownNameAlike() {
            HttpResponse<String> wrong = browser.signIn("admin", "not the password");
            HttpResponse<String> unknown = new Browser(port).signIn("nobody", "not the password");
            assertThat(Browser.target(wrong)).isEqualTo("/login?error");
            assertThat(Browser.target(unknown)).isEqualTo("/login?error");
            assertThat(wrong.headers().map().keySet())
                    .isEqualTo(unknown.headers().map().keySet());
        }

        @Test
        void writesDownNoNameThatNobodyHas() {
            browser.signIn("my secret password typed here", "x");
            List<String> told = jdbc.sql("SELECT CONCAT(subject, actor, COALESCE(detail, '')) FROM audit_event")
                    .query(String.class)
                    .list();
            assertThat(told).isNotEmpty().noneMatch(text -> text.contains("my secret"));
            assertThat(jdbc.sql("SELECT subject FROM sign_in_failure")
                            .query(String.class)
                            .list())
                    .noneMatch(text -> text.contains("my secret"));
        }

        @Test
        void isRefusedFromAnotherSite() {
            HttpResponse<String> answer =
                    browser.post("/login", "username=admin&password=" + PASSWORD, "Sec-Fetch-Site", "cross-site");
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(Browser.target(browser.get(PAGE))).isEqualTo("/login");
        }

        @Test
        void doesNotFollowAnAddressFromTheForm() {
            HttpResponse<String> answer = browser.post(
                    "/login", "username=admin&password=" + PASSWORD + "&Saved-url=https%3A%2F%2Fevil.example%2F");
            assertThat(answer.statusCode()).isEqualTo(403);
        }

        @Test
        void isHeldBackAfterFiveWrongPasswordsEvenWithTheRightOne() {
            for (int i = 0; i < 5; i++) {
                browser.signIn("admin", "wrong " + i);
            }
            assertThat(Browser.target(browser.signIn("admin", PASSWORD))).isEqualTo("/login?error");
            clock.advance(Duration.ofSeconds(31));
            assertThat(Browser.target(browser.signIn("admin", PASSWORD))).isEqualTo("/");
            assertThat(jdbc.sql("SELECT COUNT(*) FROM sign_in_failure WHERE subject LIKE 'account:%'")
                            .query(Long.class)
                            .single())
                    .isZero();
        }
    }

    @Nested
    class Session {

        @BeforeEach
        void signIn() {
            browser.signIn("admin", PASSWORD);
            assertThat(browser.get(PAGE).statusCode()).isEqualTo(200);
        }

        @Test
        void endsAfterHalfAnHourWithoutUseThoughThePageIsOpen() {
            for (int i = 0; i < 7; i++) {
                clock.advance(Duration.ofMinutes(5));
                browser.post("/?v-r=heartbeat&v-uiId=0", "");
            }
            assertThat(Browser.target(browser.get(PAGE))).isEqualTo("/login");
        }

        @Test
        void endsAfterTwelveHoursOfUse() {
            for (int i = 0; i < 36; i++) {
                clock.advance(Duration.ofMinutes(20));
                assertThat(browser.get(PAGE).statusCode())
                        .as("after %d times 20 minutes", i + 1)
                        .isEqualTo(200);
            }
            clock.advance(Duration.ofSeconds(1));
            assertThat(Browser.target(browser.get(PAGE))).isEqualTo("/login");
        }

        @Test
        void isWrittenDownWithItsBrowserAndGoneAfterTheSignOut() {
            jdbc.sql("DELETE FROM user_session").update();
            new Browser(port).signIn("admin", PASSWORD);
            assertThat(jdbc.sql("SELECT CONCAT(address, ' ', browser) FROM user_session")
                            .query(String.class)
                            .list())
                    .containsExactly("127.0.0.1 Unknown browser");
        }

        @Test
        void endsAtOnceWhenAnAdministratorEndsIt() {
            Browser other = new Browser(port);
            other.signIn("admin", PASSWORD);
            assertThat(other.get(PAGE).statusCode()).isEqualTo(200);
            var admin = users.findByName("admin").orElseThrow().user();
            accounts.endOthers(admin.id());
            assertThat(Browser.target(browser.get(PAGE))).isEqualTo("/login");
            assertThat(Browser.target(other.get(PAGE))).isEqualTo("/login");
        }

        @Test
        void endsAtOnceWhenEverybodyIsSignedOut() {
            Browser other = new Browser(port);
            other.signIn("admin", PASSWORD);
            accounts.endAll();
            assertThat(Browser.target(browser.get(PAGE))).isEqualTo("/login");
            assertThat(Browser.target(other.get(PAGE))).isEqualTo("/login");
        }

        @Test
        void endsByTheMenuAndSaysNothingOfStoresWithoutTls() {
            Flow flow = new Flow(browser);
            assertThat(flow.navigate("tests/sign-out", flow.key()).headers().firstValue("Clear-Site-Data"))
                    .isEmpty();
            assertThat(Browser.target(browser.get(PAGE))).isEqualTo("/login");
        }

        @Test
        void isNotInTheClearFromThisMachine() {
            assertThat(jdbc.sql("SELECT COUNT(*) FROM user_session WHERE in_the_clear")
                            .query(Long.class)
                            .single())
                    .isZero();
        }

        @Test
        void endsAtOnceWithAnotherPasswordSetByLink() {
            var admin = users.findByName("admin").orElseThrow();
            try {
                passwordChange.fromCommandLine(admin.user(), PasswordReset.hash("another secret of the test"));
                assertThat(Browser.target(browser.get(PAGE))).isEqualTo("/login");
            } finally {
                users.changePassword(admin.user().id(), String.valueOf(admin.passwordHash()), clock.instant());
                clock.advance(Duration.ofSeconds(1));
            }
        }

        @Test
        void endsOnAnotherNodeAtItsNextLook() {
            jdbc.sql("DELETE FROM user_session").update();
            clock.advance(Duration.ofSeconds(11));
            assertThat(Browser.target(browser.get(PAGE))).isEqualTo("/login");
        }

        @Test
        void endsWhenTheUserIsDisabled() {
            jdbc.sql("UPDATE app_user SET enabled = FALSE").update();
            try {
                clock.advance(Duration.ofSeconds(11));
                assertThat(Browser.target(browser.get(PAGE))).isEqualTo("/login");
                assertThat(Browser.target(browser.signIn("admin", PASSWORD))).isEqualTo("/login?error");
            } finally {
                jdbc.sql("UPDATE app_user SET enabled = TRUE").update();
            }
        }

        @Test
        void isNotEndedByAnotherSite() {
            browser.get("/logout");
            assertThat(browser.post("/logout", "").statusCode()).isEqualTo(403);
            assertThat(browser.get(PAGE).statusCode()).isEqualTo(200);
        }

        @Test
        void doesNotOpenOperations() {
            assertThat(browser.get("/actuator/env").statusCode()).isEqualTo(403);
        }

        @Test
        void getsThePageOfTheProductForAnUnknownAddress() {
            HttpResponse<String> answer = browser.get("/no/such/page");
            assertThat(answer.body()).contains("<base");
        }
    }

    @Nested
    class FirstRun {

        @ParameterizedTest
        @ValueSource(strings = {"/", "/login", PAGE, "/projects"})
        void everyAddressLeadsToTheSetUpWhileThereIsNoUser(String path) {
            withoutUsers(() -> {
                assertThat(Browser.target(browser.get(path))).isEqualTo("/setup");
                assertThat(browser.get("/setup").statusCode()).isEqualTo(200);
                assertThat(browser.get("/styles.css").statusCode()).isEqualTo(200);
                assertThat(browser.get("/aura/aura.css").statusCode()).isEqualTo(200);
            });
        }

        private void withoutUsers(Runnable check) {
            jdbc.sql("CREATE TABLE kept AS SELECT * FROM app_user").update();
            jdbc.sql("DELETE FROM app_user").update();
            try {
                check.run();
            } finally {
                jdbc.sql("INSERT INTO app_user SELECT * FROM kept").update();
                jdbc.sql("DROP TABLE kept").update();
            }
        }
    }
}
