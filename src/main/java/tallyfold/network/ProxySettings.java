package tallyfold.network;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The proxy between this installation and the internet, if there is one.
 *
 * @param host name or address; without it there is no proxy
 * @param port 1 to 65535
 * @param user sign-in name, where the proxy wants one
 * @param noProxy hosts reached directly; a leading dot covers all names under it
 */
@ConfigurationProperties("tallyfold.proxy")
public record ProxySettings(
        @Nullable String host,
        @DefaultValue("8080") int port,
        @Nullable String user,
        @Nullable String password,
        @DefaultValue List<String> noProxy) {

    /** No proxy at all. */
    public static ProxySettings none() {
        return new ProxySettings(null, 8080, null, null, List.of());
    }

    /** Whether there is a proxy. */
    boolean present() {
        return host != null && !host.isBlank();
    }

    /** Without the password, which records would print. */
    @Override
    public String toString() {
        return "ProxySettings[host=" + host + ", port=" + port + "]";
    }
}
