package tallyfold.security.internal;

import java.net.InetAddress;
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
                .map(TrustedProxies::network)
                .toList();
    }

    /** With the length of its prefix: without one Tomcat would read an address as a regular expression. */
    private static String network(String proxy) {
        String[] parts = proxy.split("/", -1);
        try {
            // Not by name: it would be looked up, and what it leads to can change.
            byte[] address = InetAddress.ofLiteral(parts[0]).getAddress();
            if (address.length == 4 && parts[0].chars().filter(c -> c == '.').count() != 3) {
                throw new IllegalArgumentException("Short forms are read differently by different programs");
            }
            int bits = address.length * Byte.SIZE;
            String network = parts.length == 1 ? proxy + "/" + bits : proxy;
            var _ = new NetMask(network);
            return network;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "tallyfold.trusted-proxies: " + proxy
                            + " is neither an address nor a network. Write for example 127.0.0.1 or 10.1.2.0/24.",
                    e);
        }
    }

    @Override
    public void customize(ConfigurableTomcatWebServerFactory factory) {
        if (proxies.isEmpty()) {
            return;
        }
        RemoteIpValve valve = new RemoteIpValve();
        valve.setInternalProxies(String.join(",", proxies));
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
