package tallyfold.security.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;

class TrustedProxiesTest {

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example", ".*", "10.0.0.0/33", "10.0.0.1/x", "0x7f.1", "1.2.3", "10.0.0.1 10.0.0.2"})
    void takesAddressesAndNetworksOnly(String proxy) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TrustedProxies(List.of(proxy), "none"))
                .withMessageContaining(proxy)
                .withMessageContaining("tallyfold.trusted-proxies");
    }

    @ParameterizedTest
    @ValueSource(strings = {"native", "framework", "NATIVE"})
    void isTheOnlySettingOfItsKind(String strategy) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TrustedProxies(List.of("127.0.0.1"), strategy))
                .withMessageContaining("tallyfold.trusted-proxies");
    }

    @Test
    void believesNobodyUnlessSomebodyIsNamed() {
        var alone = new TomcatServletWebServerFactory();
        new TrustedProxies(List.of(" "), "").customize(alone);
        assertThat(alone.getEngineValves()).isEmpty();
        var behind = new TomcatServletWebServerFactory();
        new TrustedProxies(List.of("127.0.0.1", " ::1", "10.1.2.0/24"), "none").customize(behind);
        assertThat(behind.getEngineValves()).hasSize(1);
    }
}
