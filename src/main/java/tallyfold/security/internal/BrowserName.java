package tallyfold.security.internal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a browser calls itself, in the words of its user. Only for recognising it in a list. */
final class BrowserName {

    static final String UNKNOWN = "Unknown browser";

    /** The first that is found counts: most claim to be some of the others too. */
    private static final List<Map.Entry<String, String>> FAMILIES = List.of(
            Map.entry("Edg", "Edge"),
            Map.entry("OPR/", "Opera"),
            Map.entry("SamsungBrowser/", "Samsung Internet"),
            Map.entry("Firefox/", "Firefox"),
            Map.entry("FxiOS/", "Firefox"),
            Map.entry("CriOS/", "Chrome"),
            Map.entry("Chrome/", "Chrome"),
            Map.entry("Safari/", "Safari"));

    private static final List<Map.Entry<String, String>> SYSTEMS = List.of(
            Map.entry("Android", "Android"),
            Map.entry("iPhone", "iPhone"),
            Map.entry("iPad", "iPad"),
            Map.entry("Windows", "Windows"),
            Map.entry("Mac OS X", "macOS"),
            Map.entry("CrOS", "ChromeOS"),
            Map.entry("Linux", "Linux"));

    private BrowserName() {}

    static String of(@Nullable String userAgent) {
        String told = userAgent == null ? "" : userAgent;
        String family = find(FAMILIES, told);
        String system = find(SYSTEMS, told);
        if (family.isEmpty()) {
            return UNKNOWN;
        }
        return system.isEmpty() ? family : family + " on " + system;
    }

    private static String find(List<Map.Entry<String, String>> known, String told) {
        return known.stream()
                .filter(entry -> told.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }
}
