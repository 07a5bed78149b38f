package tallyfold.security.internal;

import java.util.List;
import org.apache.catalina.util.NetMask;
import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/**
 * Believes what reverse proxies say about a request (who asks, by https or not), and only those that are named. Spring
 * Boot's own setting believes every peer of a private network, or everybody.
 */
@Component
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class TrustedProxies implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory>, Ordered {

    private final List<String> proxies;

    /**
     * Reads the setting.
     *
     * @throws IllegalArgumentException for what is neither an address nor a network, and beside Spring Boot's own setting
     */
    TrustedProxies(
            @Value("${tallyfold.trusted-proxies:}") List<String> proxies,
            @Value("${server.forward-headers-strategy:none}") String strategy) {
        if (!strategy.isBlank() && !strategy.equalsIgnoreCase("none")) {
            throw new IllegalArgumentException(
                    "server.forward-headers-strategy would believe peers that nobody named. Take it away, and name your reverse"
                            + " proxy in tallyfold.trusted-proxies.");
        }
        this.proxies = proxies.stream()
                .map(String::strip)
                .filter(proxy -> !proxy.isEmpty())
                .toList();
        this.proxies.forEach(TrustedProxies::requireNetwork);
    }

    private static void requireNetwork(String proxy) {
        try {
            // A name would be looked up, and what it leads to can change.
            if (proxy.matches("[0-9A-Fa-f.:]+(/[0-9]{1,3})?")) {
                var _ = new NetMask(proxy);
                return;
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(refusal(proxy), e);
        }
        throw new IllegalArgumentException(refusal(proxy));
    }

    private static String refusal(String proxy) {
        return "tallyfold.trusted-proxies: " + proxy
                + " is neither an address nor a network. Write for example 127.0.0.1 or 10.1.2.0/24.";
    }

    @Override
    public void customize(ConfigurableTomcatWebServerFactory factory) {
        if (proxies.isEmpty()) {
            return;
        }
        RemoteIpValve valve = new RemoteIpValve();
        // The comma at the end: without one Tomcat takes a single address for a regular expression.
        valve.setInternalProxies(String.join(",", proxies) + ",");
        valve.setRemoteIpHeader("X-Forwarded-For");
        valve.setProtocolHeader("X-Forwarded-Proto");
        valve.setPortHeader("X-Forwarded-Port");
        factory.addEngineValves(valve);
    }

    @Override
    public int getOrder() {
        return 0;
    }
}
