package simulator.azuredevops.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The query of a request; names compare without case, the last of several equal names wins. */
public final class Query {

    private final Map<String, String> values = new LinkedHashMap<>();

    /** Reads a raw query; {@link IllegalArgumentException} for a broken percent escape. */
    public static Query of(String raw) {
        Query query = new Query();
        for (String pair : raw.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                query.values.put(
                        decode(name).toLowerCase(Locale.ROOT), equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
        }
        return query;
    }

    public @Nullable String get(String name) {
        return values.get(name.toLowerCase(Locale.ROOT));
    }

    /** Lower-case names and decoded values. */
    public Map<String, String> asMap() {
        return Map.copyOf(values);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
