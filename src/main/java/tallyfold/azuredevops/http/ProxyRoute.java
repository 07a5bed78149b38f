package tallyfold.azuredevops.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/** Sends requests through one proxy, but those to named hosts directly. */
final class ProxyRoute extends ProxySelector {

    private final List<Proxy> proxy;
    private final List<String> direct;

    ProxyRoute(String host, int port, List<String> direct) {
        this.proxy = List.of(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port)));
        this.direct = direct.stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    @Override
    public List<Proxy> select(URI address) {
        String host = address.getHost() == null ? "" : address.getHost().toLowerCase(Locale.ROOT);
        boolean isDirect =
                direct.stream().anyMatch(name -> name.startsWith(".") ? host.endsWith(name) : host.equals(name));
        return isDirect ? List.of(Proxy.NO_PROXY) : proxy;
    }

    @Override
    public void connectFailed(URI address, SocketAddress proxyAddress, IOException fault) {
        // The exchange itself fails and is told there.
    }
}
