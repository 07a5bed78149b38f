package tallyfold.network;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The proxy that the environment names, as other programs understand it: HTTPS_PROXY and NO_PROXY. */
final class EnvironmentProxy {

    private static final Logger LOG = LoggerFactory.getLogger(EnvironmentProxy.class);

    private EnvironmentProxy() {}

    /**
     * Empty when the environment names none, or something that is no address of a proxy.
     *
     * @param environment gives the value of a variable, or null
     */
    static Optional<ProxySettings> read(UnaryOperator<@Nullable String> environment) {
        String address = first(environment, "HTTPS_PROXY", "https_proxy");
        if (address == null) {
            return Optional.empty();
        }
        List<String> direct = direct(first(environment, "NO_PROXY", "no_proxy"));
        if (direct.contains("*")) {
            return Optional.empty();
        }
        try {
            URI uri = URI.create(address.contains("://") ? address : "http://" + address);
            if (uri.getHost() == null || !"http".equalsIgnoreCase(uri.getScheme())) {
                throw new IllegalArgumentException();
            }
            String[] signIn = uri.getRawUserInfo() == null
                    ? new String[0]
                    : uri.getRawUserInfo().split(":", 2);
            return Optional.of(new ProxySettings(
                    uri.getHost(),
                    uri.getPort() < 0 ? 80 : uri.getPort(),
                    signIn.length > 0 ? decoded(signIn[0]) : null,
                    signIn.length > 1 ? decoded(signIn[1]) : null,
                    direct));
        } catch (IllegalArgumentException unusable) {
            // The value may hold a password and is not told.
            LOG.warn("HTTPS_PROXY is not an address like http://proxy.example:8080 and is left out of account");
            return Optional.empty();
        }
    }

    /** A plain name covers itself and all names under it. */
    private static List<String> direct(@Nullable String names) {
        List<String> direct = new ArrayList<>();
        Stream.of(names == null ? new String[0] : names.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .forEach(name -> {
                    String bare = name.replaceFirst("^\\*?\\.", "");
                    direct.add(bare);
                    if (!bare.equals("*")) {
                        direct.add("." + bare);
                    }
                });
        return direct;
    }

    private static @Nullable String first(UnaryOperator<@Nullable String> environment, String... names) {
        return Stream.of(names)
                .map(environment)
                .filter(value -> value != null && !value.isBlank())
                .findFirst()
                .map(String::strip)
                .orElse(null);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
