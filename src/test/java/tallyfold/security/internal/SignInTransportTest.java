package tallyfold.security.internal;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import org.springframework.mock.web.MockHttpServletRequest;

class SignInTransportTest {

    private final Logger logger = (Logger) LoggerFactory.getLogger(SignInTransport.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final SignInTransport transport = new SignInTransport();

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void listenNoMore() {
        logger.detachAppender(log);
    }

    private static MockHttpServletRequest request(String from, boolean tls) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(from);
        request.setLocalAddr("192.0.2.80");
        request.setSecure(tls);
        return request;
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, false, false",
        "127.8.9.10, false, false",
        "::1, false, false",
        "0:0:0:0:0:0:0:1, false, false",
        "::ffff:127.0.0.1, false, false",
        "192.0.2.80, false, false",
        "192.0.2.81, false, true",
        "2001:db8::7, false, true",
        "127.0.0.1.evil.example, false, true",
        "unknown, false, true",
        "192.0.2.81, true, false"
    })
    void isInTheClearFromAnotherMachineWithoutTls(String from, boolean tls, boolean clear) {
        assertThat(transport.inTheClear(request(from, tls))).isEqualTo(clear);
        assertThat(log.list).hasSize(clear ? 1 : 0);
    }

    @Test
    void saysItOnceInTheLogAndWhatToDo() {
        for (int i = 0; i < 3; i++) {
            assertThat(transport.inTheClear(request("192.0.2.81", false))).isTrue();
        }
        assertThat(log.list)
                .singleElement()
                .satisfies(event -> assertThat(event.getFormattedMessage())
                        .contains("plain HTTP", "tallyfold.trusted-proxies", "docs/guide/install.md")
                        .doesNotContain("192.0.2.81"));
    }
}
