package tallyfold.network;

import java.net.Authenticator;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Builds JDK clients: no redirects, no cookies, no answers to the challenges of anybody but the proxy. */
public final class HttpClients {

    private static final String TUNNEL_SCHEMES = "jdk.http.auth.tunneling.disabledSchemes";

    static {
        allowTunnelSignIn();
    }

    private HttpClients() {}

    /**
     * Allows a password for a tunnel, which the JDK refuses unless told otherwise. It reads this once for all its clients, the
     * first of which may be anybody's, so that it is too late when a proxy's password is entered. Only a client with a sign-in of
     * its own answers a proxy at all.
     */
    public static void allowTunnelSignIn() {
        if (System.getProperty(TUNNEL_SCHEMES) == null) {
            System.setProperty(TUNNEL_SCHEMES, "");
        }
    }

    public static HttpClient create(Duration connectTimeout, SSLContext trust, ProxySettings proxy) {
        return create(connectTimeout, trust, proxy, false);
    }

    /** The same; perhaps only what is asked by https goes through the proxy. */
    static HttpClient create(Duration connectTimeout, SSLContext trust, ProxySettings proxy, boolean onlyHttps) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .followRedirects(Redirect.NEVER)
                .connectTimeout(connectTimeout)
                .sslContext(trust);
        String host = proxy.host();
        if (host != null && !host.isBlank()) {
            builder.proxy(new ProxyRoute(proxy, onlyHttps));
            String user = proxy.user();
            if (user != null && !user.isBlank()) {
                builder.authenticator(new ProxySignIn(user, proxy.password()));
            }
        }
        return builder.build();
    }

    /** Whether the client takes a proxy to that address. */
    public static boolean goesThroughProxy(HttpClient client, URI address) {
        return client.proxy()
                .map(selector -> selector.select(address).stream().anyMatch(each -> each.type() == Proxy.Type.HTTP))
                .orElse(false);
    }

    /** Answers the proxy and nobody else. */
    private static final class ProxySignIn extends Authenticator {

        private final String user;
        private final char[] password;

        ProxySignIn(String user, @Nullable String password) {
            this.user = user;
            this.password = password == null ? new char[0] : password.toCharArray();
        }

        @Override
        protected @Nullable PasswordAuthentication getPasswordAuthentication() {
            return getRequestorType() == RequestorType.PROXY ? new PasswordAuthentication(user, password) : null;
        }
    }
}
