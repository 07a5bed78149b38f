package tallyfold.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** What a request says about where it comes from, sent by this machine. */
@SuppressWarnings("NullAway")
class ForwardedHeadersWebTest {

    private static final String[] HEADERS = {
        "X-Forwarded-For", "198.51.100.7, 203.0.113.9", "X-Forwarded-Proto", "https", "X-Forwarded-Host", "evil.example"
    };

    private static HttpResponse<String> signIn(int port) {
        return new Browser(port).post("/login", "username=admin&password=kestrel-marsh-41-oak", HEADERS);
    }

    private static List<String> origins(JdbcClient jdbc) {
        return jdbc.sql("SELECT origin FROM audit_event WHERE action = 'user.signed-in' ORDER BY seq DESC")
                .query(String.class)
                .list();
    }

    private static String cookie(HttpResponse<?> answer) {
        return answer.headers().allValues("Set-Cookie").toString();
    }

    @Nested
    @SecurityWebTest
    class FromAPeerThatNobodyNamed {

        @LocalServerPort
        private int port;

        @Autowired
        private JdbcClient jdbc;

        @Test
        void areNotBelieved() {
            HttpResponse<String> answer = signIn(port);
            assertThat(origins(jdbc)).startsWith("127.0.0.1");
            assertThat(cookie(answer)).contains("JSESSIONID").doesNotContain("Secure");
            assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
        }
    }

    @Nested
    @SecurityWebTest
    @DirtiesContext
    @TestPropertySource(
            properties = {
                "tallyfold.trusted-proxies=127.0.0.1",
                "tallyfold.home=target/forwarded-headers-test",
                "spring.datasource.url=jdbc:h2:mem:forwarded-headers;DB_CLOSE_DELAY=-1"
            })
    class FromATrustedProxy {

        @LocalServerPort
        private int port;

        @Autowired
        private JdbcClient jdbc;

        @Test
        void areBelievedButNotWhatTheBrowserPutInFront() {
            HttpResponse<String> answer = signIn(port);
            assertThat(origins(jdbc)).startsWith("203.0.113.9");
            assertThat(cookie(answer)).contains("JSESSIONID").contains("Secure");
            assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
            assertThat(answer.headers().firstValue("Location").orElse("")).doesNotContain("evil");
        }
    }
}
