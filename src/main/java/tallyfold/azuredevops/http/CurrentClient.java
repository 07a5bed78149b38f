package tallyfold.azuredevops.http;

import java.net.http.HttpClient;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;
import tallyfold.kernel.Secret;
import tallyfold.provider.NetworkPath;
import tallyfold.provider.NetworkPath.Route;
import tallyfold.provider.NetworkSettings;

/**
 * The client for the next session: built for what is chosen about the network, and built anew once that has changed. Sessions that
 * are open keep theirs to their end.
 */
public final class CurrentClient implements Supplier<HttpClient> {

    private final ExchangeSettings settings;
    private final @Nullable SslBundle bundle;
    private final ProxySettings configured;
    private final UnaryOperator<@Nullable String> environment;
    private final Supplier<@Nullable NetworkSettings> chosen;
    private @Nullable Built built;

    private record Built(long version, HttpClient client) {}

    /**
     * @param bundle whose authorities are trusted besides those of the JDK
     * @param configured counts while nothing is chosen
     * @param environment gives the value of an environment variable; counts while nothing is configured either
     * @param chosen gives null where nobody keeps choices
     */
    public CurrentClient(
            ExchangeSettings settings,
            @Nullable SslBundle bundle,
            ProxySettings configured,
            UnaryOperator<@Nullable String> environment,
            Supplier<@Nullable NetworkSettings> chosen) {
        this.settings = settings;
        this.bundle = bundle;
        this.configured = configured;
        this.environment = environment;
        this.chosen = chosen;
    }

    @Override
    public synchronized HttpClient get() {
        NetworkSettings choice = chosen.get();
        // Asked before the choice itself: what changes in between is built once more, and never missed.
        long version = choice == null ? 0 : choice.version();
        Built known = built;
        if (known != null && known.version() == version) {
            return known.client();
        }
        NetworkPath path = choice == null ? NetworkPath.CONFIGURED : choice.path();
        try {
            HttpClient client = of(path);
            built = new Built(version, client);
            return client;
        } finally {
            if (path.route() instanceof Route.Through through && through.password() != null) {
                through.password().close();
            }
        }
    }

    /** A client for one way, kept by nobody. */
    public HttpClient of(NetworkPath path) {
        var trust = TrustedAuthorities.with(bundle, path.authorities());
        return switch (path.route()) {
            case Route.AsConfigured() -> asConfigured(trust);
            case Route.Direct() -> HttpClients.create(settings, trust, ProxySettings.none());
            case Route.Through through -> {
                Secret password = through.password();
                yield HttpClients.create(
                        settings,
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

    private HttpClient asConfigured(javax.net.ssl.SSLContext trust) {
        if (configured.present()) {
            return HttpClients.create(settings, trust, configured);
        }
        Optional<ProxySettings> found = EnvironmentProxy.read(environment);
        // HTTPS_PROXY speaks of https only; a simulator is asked by http.
        return found.map(proxy -> HttpClients.createForHttps(settings, trust, proxy))
                .orElseGet(() -> HttpClients.create(settings, trust, ProxySettings.none()));
    }
}
