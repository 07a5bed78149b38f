package tallyfold.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a peer that nobody named as a proxy says of where a request comes from. */
@SecurityWebTest
@SuppressWarnings("NullAway")
class ForwardedHeadersWebTest {

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void isNotBelieved() {
        HttpResponse<String> answer = new Browser(port)
                .post(
                        "/login",
                        "username=admin&password=kestrel-marsh-41-oak",
                        "X-Forwarded-For",
                        "203.0.113.9",
                        "X-Forwarded-Proto",
                        "https",
                        "X-Forwarded-Host",
                        "evil.example",
                        "Forwarded",
                        "for=203.0.113.9;proto=https;host=evil.example");
        List<String> origins = jdbc.sql("SELECT origin FROM audit_event WHERE action = 'user.signed-in'")
                .query(String.class)
                .list();
        assertThat(origins).isNotEmpty().containsOnly("127.0.0.1");
        assertThat(answer.headers().allValues("Set-Cookie"))
                .isNotEmpty()
                .noneMatch(cookie -> cookie.contains("Secure"));
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
        assertThat(answer.headers().firstValue("Location").orElse("")).doesNotContain("evil");
    }
}
