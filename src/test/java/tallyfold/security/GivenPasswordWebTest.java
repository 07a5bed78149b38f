package tallyfold.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallyfold.support.MutableClock;

/** What a password that somebody else chose opens: the page where another is chosen. */
@SecurityWebTest
@SuppressWarnings("NullAway")
class GivenPasswordWebTest {

    private static final String PASSWORD = "kestrel-marsh-41-oak";
    private static final String PAGE = "/tests/signed-in";
    private static final String CHOOSE = "/choose-password";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MutableClock clock;

    private Browser browser;

    @BeforeEach
    void signIn() {
        jdbc.sql("DELETE FROM sign_in_failure").update();
        jdbc.sql("UPDATE app_user SET password_given = TRUE").update();
        browser = new Browser(port);
        assertThat(Browser.target(browser.signIn("admin", PASSWORD))).isEqualTo("/");
    }

    @AfterEach
    void chooseAnother() {
        jdbc.sql("UPDATE app_user SET password_given = FALSE").update();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", PAGE, "/projects?state=late", "/help", "/users", "/no/such/page", SignedInData.PATH})
    void everyAddressLeadsToTheChoice(String path) {
        HttpResponse<String> answer = browser.get(path);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(Browser.target(answer)).isEqualTo(CHOOSE);
    }

    @ParameterizedTest
    @ValueSource(strings = {CHOOSE, "/help/sign-in", "/styles.css", "/aura/aura.css"})
    void theChoiceItsHelpAndItsFilesOpen(String path) {
        assertThat(browser.get(path).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                SignedInData.PATH + "?v-r=uidl",
                "/VAADIN/dynamic/resource/0/00000000-0000-0000-0000-000000000000/plans.csv",
                "/VAADIN/dynamic/../../tests/data",
                "/%74ests/data",
                "/actuator/env"
            })
    void noWayAroundLeadsToData(String path) {
        HttpResponse<String> answer = browser.get(path);
        assertThat(answer.statusCode()).isNotEqualTo(200);
        assertThat(answer.body()).doesNotContain(SignedInData.CONTENT);
    }

    @Test
    void whatIsSentIsRefused() {
        HttpResponse<String> answer = browser.postWithToken(browser.get(CHOOSE).body(), SignedInData.PATH);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).doesNotContain(SignedInData.CONTENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tests/signed-in", "no/such/page", "login", "setup", ""})
    void anOpenPageGoesNowhereElse(String view) {
        Flow flow = new Flow(browser);
        HttpResponse<String> answer = flow.navigate(view, flow.key());
        assertThat(answer.body()).contains("Save password").doesNotContain("Signed in");
    }

    @Test
    void thePagesOfWhoeverWasSignedInBeforeInTheBrowserClose() {
        jdbc.sql("UPDATE app_user SET password_given = FALSE").update();
        Browser same = new Browser(port);
        same.signIn("admin", PASSWORD);
        Flow before = new Flow(same);
        jdbc.sql("UPDATE app_user SET password_given = TRUE").update();
        same.signIn("admin", PASSWORD);
        assertThat(before.navigate("tests/signed-in", before.key()).body()).doesNotContain("Signed in");
    }

    @Test
    void theSessionIsForChoosingAtOnce() {
        clock.advance(Duration.ofMinutes(14));
        assertThat(browser.get(CHOOSE).statusCode()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(2));
        assertThat(Browser.target(browser.get(CHOOSE))).isEqualTo("/login");
    }

    @Test
    void signingOutIsPossible() {
        assertThat(browser.postWithToken(browser.get(CHOOSE).body(), "/logout").statusCode())
                .isEqualTo(302);
        assertThat(Browser.target(browser.get(CHOOSE))).isEqualTo("/login");
    }

    @Test
    void everythingOpensWhenThePasswordIsTheUsersOwn() {
        jdbc.sql("UPDATE app_user SET password_given = FALSE").update();
        Browser later = new Browser(port);
        later.signIn("admin", PASSWORD);
        assertThat(later.get(PAGE).statusCode()).isEqualTo(200);
        assertThat(later.get(SignedInData.PATH).body()).isEqualTo(SignedInData.CONTENT);
        assertThat(later.postWithToken(later.get(PAGE).body(), SignedInData.PATH)
                        .body())
                .isEqualTo(SignedInData.CONTENT);
    }
}
