package tallyfold.support;

import java.security.cert.X509Certificate;
import java.util.List;
import tallyfold.network.CurrentWay;
import tallyfold.network.NetworkPath;
import tallyfold.network.NetworkPath.Route;
import tallyfold.network.NetworkSettings;
import tallyfold.network.ProxySettings;

/** What an administrator chose about the network, as a test sets it; at first nothing. */
public final class ChosenNetwork implements NetworkSettings {

    private NetworkPath path = NetworkPath.CONFIGURED;
    private long version;

    public ChosenNetwork set(Route route, X509Certificate... authorities) {
        return set(new NetworkPath(route, List.of(authorities)));
    }

    public synchronized ChosenNetwork set(NetworkPath chosen) {
        path = chosen;
        version++;
        return this;
    }

    /** The way by this choice, with nothing configured and nothing in the environment. */
    public CurrentWay ways() {
        return new CurrentWay(null, ProxySettings.none(), _ -> null, () -> this);
    }

    @Override
    public synchronized long version() {
        return version;
    }

    @Override
    public synchronized NetworkPath path() {
        return path;
    }
}
