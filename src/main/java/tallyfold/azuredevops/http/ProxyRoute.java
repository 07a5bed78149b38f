package tallyfold.azuredevops.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Sends requests through one proxy, but those to named hosts and to this machine directly. */
final class ProxyRoute extends ProxySelector {

    private static final Pattern THIS_MACHINE = Pattern.compile("localhost|127\\.[0-9.]+|\\[?::1]?");

    private final List<Proxy> proxy;
    private final List<String> direct;
    private final boolean onlyHttps;

    ProxyRoute(String host, int port, List<String> direct, boolean onlyHttps) {
        this.onlyHttps = onlyHttps;
        this.proxy = List.of(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port)));
        this.direct = direct.stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    @Override
    public List<Proxy> select(URI address) {
        String host = address.getHost() == null ? "" : address.getHost().toLowerCase(Locale.ROOT);
        boolean isDirect = (onlyHttps && !"https".equalsIgnoreCase(address.getScheme()))
                || THIS_MACHINE.matcher(host).matches()
                || direct.stream().anyMatch(name -> name.startsWith(".") ? host.endsWith(name) : host.equals(name));
        return isDirect ? List.of(Proxy.NO_PROXY) : proxy;
    }

    @Override
    public void connectFailed(URI address, SocketAddress proxyAddress, IOException fault) {
        // The exchange itself fails and is told there.
    }
}
