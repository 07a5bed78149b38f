package tallyfold.network;

import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallyfold.kernel.Secret;

/**
 * How this installation reaches the internet.
 *
 * @param authorities trusted besides those of the JDK and of the configuration
 */
public record NetworkPath(Route route, List<X509Certificate> authorities) {

    /** As if nobody had ever chosen anything. */
    public static final NetworkPath CONFIGURED = new NetworkPath(new Route.AsConfigured(), List.of());

    /** Which way requests take. */
    public sealed interface Route {

        /** The proxy of the configuration, else that of the environment, else none. */
        record AsConfigured() implements Route {}

        /** No proxy, whatever the configuration and the environment say. */
        record Direct() implements Route {}

        /**
         * One proxy.
         *
         * @param port 1 to 65535
         * @param user sign-in name; null where the proxy wants none
         * @param password null where there is none; belongs to whoever made the route
         * @param direct hosts reached without it; a leading dot covers all names under it
         */
        record Through(
                String host,
                int port,
                @Nullable String user,
                @Nullable Secret password,
                List<String> direct) implements Route {

            /** Without anything of the sign-in. */
            @Override
            public String toString() {
                return "Through[" + host + ":" + port + "]";
            }
        }
    }
}
