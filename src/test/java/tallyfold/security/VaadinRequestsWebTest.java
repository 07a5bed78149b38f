package tallyfold.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Vaadin's own requests, which Spring's token does not guard, with the session of somebody who is signed in. */
@SecurityWebTest
class VaadinRequestsWebTest {

    private static final String VIEW = "tests/signed-in";

    @LocalServerPort
    private int port;

    private Browser browser;
    private Flow flow;

    @BeforeEach
    void signIn() {
        browser = new Browser(port);
        browser.signIn("admin", "kestrel-marsh-41-oak");
        flow = new Flow(browser);
    }

    @Test
    void areServedWithTheTokenOfTheirPage() {
        assertThat(flow.navigate(VIEW, flow.key()).body()).contains("Signed in");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "init", "00000000-0000-0000-0000-000000000000"})
    void areRefusedWithNoneOrAnother(String key) {
        assertRefusedWithoutEffect(flow.navigate(VIEW, key));
    }

    @Test
    void areRefusedWithTheTokenOfSomebodyElse() {
        Browser other = new Browser(port);
        other.signIn("admin", "kestrel-marsh-41-oak");
        assertRefusedWithoutEffect(flow.navigate(VIEW, new Flow(other).key()));
    }

    /** The page is told to begin anew, and the same message with the right token is still its first. */
    private void assertRefusedWithoutEffect(HttpResponse<String> answer) {
        assertThat(answer.body()).contains("\"appError\"").doesNotContain("Signed in", "\"clientId\"");
        assertThat(flow.navigate(VIEW, flow.key()).body()).contains("Signed in", "\"clientId\":1");
    }
}
