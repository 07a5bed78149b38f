package tallyfold.notification.internal;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What a text is made of, as it is stored. */
final class Facts {

    static final String CONNECTION = "connection";
    static final String DAY = "day";
    static final String HEALTH = "health";
    static final String COUNT = "count";
    static final String SINCE = "since";
    static final String NAMES = "names";
    static final String REASON = "reason";

    private static final int LONGEST_VALUE = 900;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<TreeMap<String, String>> TYPE = new TypeReference<>() {};

    private Facts() {}

    static String text(Map<String, String> facts) {
        Map<String, String> plain = new TreeMap<>();
        facts.forEach((name, value) -> plain.put(name, plain(value)));
        return JSON.writeValueAsString(plain);
    }

    static Map<String, String> parse(String text) {
        return JSON.readValue(text, TYPE);
    }

    /** On one line and of bounded length, so that it can stand in a heading of a mail. */
    private static String plain(String value) {
        String line = value.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
        return line.length() <= LONGEST_VALUE ? line : line.substring(0, line.offsetByCodePoints(0, LONGEST_VALUE / 2));
    }
}
