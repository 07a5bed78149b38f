package tallyfold.azuredevops.http;

import java.net.Authenticator;
import java.net.PasswordAuthentication;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Builds the JDK client all sessions share: no redirects, no cookies, no answers to the service's challenges. */
public final class HttpClients {

    private static final String TUNNEL_SCHEMES = "jdk.http.auth.tunneling.disabledSchemes";

    private HttpClients() {}

    public static HttpClient create(ExchangeSettings settings, SSLContext trust, ProxySettings proxy) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .followRedirects(Redirect.NEVER)
                .connectTimeout(settings.connectTimeout())
                .sslContext(trust);
        String host = proxy.host();
        if (host != null && !host.isBlank()) {
            builder.proxy(new ProxyRoute(host.strip(), proxy.port(), proxy.noProxy()));
            String user = proxy.user();
            if (user != null && !user.isBlank()) {
                // The JDK refuses Basic for tunnels unless told otherwise; only proxies with a sign-in need it.
                System.setProperty(TUNNEL_SCHEMES, "");
                builder.authenticator(new ProxySignIn(user, proxy.password()));
            }
        }
        return builder.build();
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
