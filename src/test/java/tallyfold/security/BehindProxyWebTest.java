package tallyfold.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** What changes when a reverse proxy that ends TLS says so. */
@SecurityWebTest
@TestPropertySource(
        properties = {
            "tallyfold.trusted-proxies=127.0.0.1",
            "tallyfold.home=target/behind-proxy-test",
            "spring.datasource.url=jdbc:h2:mem:behind-proxy;DB_CLOSE_DELAY=-1"
        })
@SuppressWarnings("NullAway")
class BehindProxyWebTest {

    private static final String FORM = "username=admin&password=kestrel-marsh-41-oak";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private HttpResponse<String> signInThroughTheProxy() {
        return new Browser(port)
                .post(
                        "/login",
                        FORM,
                        "X-Forwarded-Proto",
                        "https",
                        "X-Forwarded-For",
                        "203.0.113.9",
                        "X-Forwarded-Host",
                        "evil.example");
    }

    @Test
    void cookiesAreForTlsOnly() {
        assertThat(signInThroughTheProxy().headers().allValues("Set-Cookie"))
                .isNotEmpty()
                .allMatch(cookie -> cookie.contains("; Secure"));
    }

    @Test
    void browsersAreToldToStayWithTls() {
        assertThat(signInThroughTheProxy().headers().firstValue("Strict-Transport-Security"))
                .hasValue("max-age=31536000 ; includeSubDomains");
    }

    @Test
    void leadsOnByTlsToo() {
        assertThat(signInThroughTheProxy().headers().firstValue("Location").orElse(""))
                .doesNotStartWith("http:")
                .doesNotContain("evil");
    }

    @Test
    void theAddressWrittenDownIsTheBrowsersAndNotTheProxys() {
        signInThroughTheProxy();
        assertThat(jdbc.sql("SELECT origin FROM audit_event WHERE action = 'user.signed-in'")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .containsOnly("203.0.113.9");
    }

    @Test
    void aSignInByTlsIsNotInTheClearAndOneWithoutIs() {
        jdbc.sql("DELETE FROM user_session").update();
        signInThroughTheProxy();
        assertThat(inTheClear()).containsExactly(false);
        new Browser(port).post("/login", FORM, "X-Forwarded-Proto", "http", "X-Forwarded-For", "203.0.113.9");
        assertThat(inTheClear()).containsExactlyInAnyOrder(false, true);
    }

    private List<Boolean> inTheClear() {
        return jdbc.sql("SELECT in_the_clear FROM user_session")
                .query(Boolean.class)
                .list();
    }

    @Test
    void signingOutClearsWhatTheBrowserStored() {
        Browser browser = Browser.behindProxy(port);
        browser.signIn("admin", "kestrel-marsh-41-oak");
        HttpResponse<String> answer =
                browser.postWithToken(browser.get("/tests/signed-in").body(), "/logout");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().allValues("Clear-Site-Data")).containsExactly("\"storage\"");
    }

    @Test
    void theSameByTheMenuWhichIsARequestOfVaadin() {
        Browser browser = Browser.behindProxy(port);
        browser.signIn("admin", "kestrel-marsh-41-oak");
        Flow flow = new Flow(browser);
        HttpResponse<String> answer = flow.navigate("tests/sign-out", flow.key());
        assertThat(answer.headers().allValues("Clear-Site-Data")).containsExactly("\"storage\"");
        assertThat(Browser.target(browser.get("/tests/signed-in"))).isEqualTo("/login");
    }

    @Test
    void anAddressThatTheBrowserMadeUpInFrontIsNotBelieved() {
        jdbc.sql("DELETE FROM user_session").update();
        new Browser(port).post("/login", FORM, "X-Forwarded-For", "198.51.100.1, 203.0.113.9");
        assertThat(jdbc.sql("SELECT address FROM user_session")
                        .query(String.class)
                        .list())
                .containsExactly("203.0.113.9");
    }
}
