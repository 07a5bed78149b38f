package tallyfold.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class NetworkConfigurationTest {

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class))
            .withUserConfiguration(NetworkConfiguration.class);

    @Test
    void takesTheConfiguredProxyExceptForThisMachineAndTheNamedHosts() {
        application
                .withPropertyValues(
                        "tallyfold.proxy.host=proxy.contoso.com",
                        "tallyfold.proxy.port=3128",
                        "tallyfold.proxy.user=anna",
                        "tallyfold.proxy.password=pass:word",
                        "tallyfold.proxy.no-proxy=smtp.contoso.com,.inside.example")
                .run(context -> {
                    Way way = context.getBean(CurrentWay.class).get();
                    assertThat(way.proxyTowards("smtp.example.com")).hasValueSatisfying(proxy -> {
                        assertThat(proxy.host()).isEqualTo("proxy.contoso.com");
                        assertThat(proxy.port()).isEqualTo(3128);
                        assertThat(proxy.toString()).doesNotContain("pass:word");
                    });
                    assertThat(way.proxyTowards("SMTP.contoso.com")).isEmpty();
                    assertThat(way.proxyTowards("mail.inside.example")).isEmpty();
                    assertThat(way.proxyTowards("localhost")).isEmpty();
                    assertThat(way.proxyTowards("127.0.0.1")).isEmpty();
                    assertThat(way.proxyTowards("::1")).isEmpty();
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"tallyfold.network.ssl-bundle", "tallyfold.azure-devops.ssl-bundle"})
    void doesNotStartWithABundleThatIsNotThere(String property) {
        application
                .withPropertyValues(property + "=missing")
                .run(context -> assertThat(context).hasFailed());
    }
}
