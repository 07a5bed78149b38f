package tallyfold.network;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/** Sends requests through one proxy, but those to named hosts and to this machine directly. */
final class ProxyRoute extends ProxySelector {

    private static final Pattern THIS_MACHINE = Pattern.compile("localhost|127\\.[0-9.]+|\\[?::1]?");

    private final List<Proxy> proxy;
    private final List<String> direct;
    private final boolean onlyHttps;

    /** @param settings of a proxy that is there */
    ProxyRoute(ProxySettings settings, boolean onlyHttps) {
        String host = Objects.requireNonNull(settings.host()).strip();
        this.onlyHttps = onlyHttps;
        this.proxy = List.of(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, settings.port())));
        this.direct = settings.noProxy().stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** Whether a host is reached without the proxy. */
    boolean isDirect(String name) {
        String host = name.toLowerCase(Locale.ROOT);
        return THIS_MACHINE.matcher(host).matches()
                || direct.stream().anyMatch(each -> each.startsWith(".") ? host.endsWith(each) : host.equals(each));
    }

    @Override
    public List<Proxy> select(URI address) {
        boolean leftOut = onlyHttps && !"https".equalsIgnoreCase(address.getScheme());
        return leftOut || isDirect(address.getHost() == null ? "" : address.getHost())
                ? List.of(Proxy.NO_PROXY)
                : proxy;
    }

    @Override
    public void connectFailed(URI address, SocketAddress proxyAddress, IOException fault) {
        // The exchange itself fails and is told there.
    }
}
