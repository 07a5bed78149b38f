package tallyfold.demo;

import java.nio.file.Path;
import java.util.Map;

/** The demonstration. Reached from this machine only. */
public final class Demo {

    private Demo() {}

    /** Names the properties the product has to be started with. */
    public static Map<String, Object> prepare(Path home) {
        return Map.of("server.address", "127.0.0.1", "spring.profiles.active", "demo");
    }
}
