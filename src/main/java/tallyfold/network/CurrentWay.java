package tallyfold.network;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;
import tallyfold.kernel.Secret;
import tallyfold.network.NetworkPath.Route;

/**
 * The way to the outside as it is chosen now: the same one until the choice changes, then another. Asks for the version of the
 * choice each time, which is one short query.
 */
public final class CurrentWay implements Supplier<Way> {

    private final @Nullable SslBundle bundle;
    private final ProxySettings configured;
    private final UnaryOperator<@Nullable String> environment;
    private final Supplier<@Nullable NetworkSettings> chosen;
    private @Nullable Found known;

    private record Found(long version, Way way) {}

    /**
     * @param bundle whose authorities are trusted besides those of the JDK
     * @param configured counts while nothing is chosen
     * @param environment gives the value of an environment variable; counts while nothing is configured either
     * @param chosen gives null where nobody keeps choices
     */
    public CurrentWay(
            @Nullable SslBundle bundle,
            ProxySettings configured,
            UnaryOperator<@Nullable String> environment,
            Supplier<@Nullable NetworkSettings> chosen) {
        this.bundle = bundle;
        this.configured = configured;
        this.environment = environment;
        this.chosen = chosen;
    }

    @Override
    public synchronized Way get() {
        NetworkSettings choice = chosen.get();
        // Asked before the choice itself: what changes in between is found once more, and never missed.
        long version = choice == null ? 0 : choice.version();
        Found before = known;
        if (before != null && before.version() == version) {
            return before.way();
        }
        NetworkPath path = choice == null ? NetworkPath.CONFIGURED : choice.path();
        try {
            Way way = of(path);
            known = new Found(version, way);
            return way;
        } finally {
            if (path.route() instanceof Route.Through through && through.password() != null) {
                through.password().close();
            }
        }
    }

    /** The way by a path that perhaps nobody has chosen. */
    public Way of(NetworkPath path) {
        SSLContext trust = TrustedAuthorities.with(bundle, path.authorities());
        return switch (path.route()) {
            case Route.AsConfigured() -> asConfigured(trust);
            case Route.Direct() -> Way.of(trust, ProxySettings.none());
            case Route.Through through -> {
                Secret password = through.password();
                yield Way.of(
                        trust,
                        new ProxySettings(
                                through.host(),
                                through.port(),
                                through.user(),
                                password == null ? null : password.reveal(),
                                through.direct()));
            }
        };
    }

    private Way asConfigured(SSLContext trust) {
        if (configured.present()) {
            return Way.of(trust, configured);
        }
        Optional<ProxySettings> found = EnvironmentProxy.read(environment);
        // HTTPS_PROXY speaks of https only; a simulator is asked by http.
        return found.map(proxy -> Way.forHttps(trust, proxy)).orElseGet(() -> Way.of(trust, ProxySettings.none()));
    }
}
