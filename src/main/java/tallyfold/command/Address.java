package tallyfold.command;

import java.util.Locale;
import java.util.Set;
import org.springframework.core.env.Environment;

/** The address to open in a browser on this machine. */
final class Address {

    private static final Set<String> THIS_MACHINE = Set.of("", "0.0.0.0", "::", "127.0.0.1", "::1", "localhost");

    private Address() {}

    static String of(Environment environment) {
        String bound = environment.getProperty("server.address", "").toLowerCase(Locale.ROOT);
        String host = THIS_MACHINE.contains(bound) ? "localhost" : bound;
        boolean secure = environment.getProperty("server.ssl.enabled", Boolean.class, false)
                || environment.containsProperty("server.ssl.bundle")
                || environment.containsProperty("server.ssl.key-store");
        String port = environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"));
        return (secure ? "https://" : "http://")
                + (host.contains(":") ? "[" + host + "]" : host)
                + ":" + port + environment.getProperty("server.servlet.context-path", "");
    }
}
