package tallyfold.network;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** A way to the outside: who is trusted, and the proxy in between, if there is one. Never changes. */
public final class Way {

    private final SSLContext trust;
    private final ProxySettings proxy;
    private final boolean onlyHttps;

    private Way(SSLContext trust, ProxySettings proxy, boolean onlyHttps) {
        this.trust = trust;
        this.proxy = proxy;
        this.onlyHttps = onlyHttps;
    }

    static Way of(SSLContext trust, ProxySettings proxy) {
        return new Way(trust, proxy, false);
    }

    /** As {@link #of}, but requests by plain http leave the proxy out. */
    static Way forHttps(SSLContext trust, ProxySettings proxy) {
        return new Way(trust, proxy, true);
    }

    /** A client that goes this way, of which nobody else has one. */
    public HttpClient client(Duration connectTimeout) {
        return HttpClients.create(connectTimeout, trust, proxy, onlyHttps);
    }

    /** The same, but whatever this way is, plain http never goes through the proxy. */
    public HttpClient clientWithPlainHttpDirect(Duration connectTimeout) {
        return HttpClients.create(connectTimeout, trust, proxy, true);
    }

    /** Trusts the additional authorities besides those of the JDK. */
    public SSLContext trust() {
        return trust;
    }

    /**
     * The proxy for what is not HTTP at all, such as mail.
     *
     * @return empty when there is none, or when it is not to be asked for that host
     */
    public Optional<ProxySettings> proxyTowards(String host) {
        return proxy.present() && !new ProxyRoute(proxy, false).isDirect(host) ? Optional.of(proxy) : Optional.empty();
    }
}
