package tallyfold.azuredevops.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells how an answer is built: the names of its parts and what kind of value stands there how often. No value goes in, and no name
 * that could be one: where names of types or states are keys, they are replaced.
 */
final class AnswerShape {

    private static final int MOST_LINES = 300;
    private static final int MOST_NODES = 200_000;

    /** Names the service itself gives: camel case, and reference names of fields. */
    private static final Pattern GIVEN_NAME =
            Pattern.compile("[_$@]?[a-z][A-Za-z0-9]{0,59}|[A-Za-z][A-Za-z0-9_]{0,59}(\\.[A-Za-z0-9_]{1,60}){1,6}");

    private static final Pattern GUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}.*)?");
    private static final Pattern ADDRESS = Pattern.compile("(?i)(https?|vstfs)://.*");

    private final Map<String, Map<String, Integer>> kinds = new LinkedHashMap<>();
    private int nodes;

    private AnswerShape() {}

    /** One line a part, in the order in which parts appear; a single line where the answer is no JSON. */
    static List<String> of(byte[] body, JsonMapper json) {
        if (body.length == 0) {
            return List.of("nothing");
        }
        try {
            AnswerShape shape = new AnswerShape();
            shape.walk("", json.readTree(body));
            return shape.lines();
        } catch (JacksonException unreadable) {
            return List.of("no JSON, begins like " + beginning(body));
        }
    }

    private static String beginning(byte[] body) {
        int first = body[0] & 0xff;
        if (first == 0xef) {
            return "text with a byte order mark";
        }
        return first == '<' ? "a page" : first == '{' || first == '[' ? "JSON" : "text";
    }

    private void walk(String path, JsonNode node) {
        if (nodes++ > MOST_NODES) {
            return;
        }
        String here = path.isEmpty() ? "." : path;
        if (node.isObject()) {
            count(here, "object");
            node.properties()
                    .forEach(property ->
                            walk((path.isEmpty() ? "" : path + ".") + name(property.getKey()), property.getValue()));
        } else if (node.isArray()) {
            count(here, node.isEmpty() ? "empty list" : "list");
            node.forEach(entry -> walk(path + "[]", entry));
        } else {
            count(here, kind(node));
        }
    }

    private static String name(String key) {
        if (!GIVEN_NAME.matcher(key).matches()) {
            return "{name}";
        }
        return key.indexOf('.') < 0 ? key : '"' + key + '"';
    }

    private static String kind(JsonNode node) {
        if (node.isNull()) {
            return "null";
        }
        if (node.isBoolean()) {
            return "yes or no";
        }
        if (node.isNumber()) {
            return node.isIntegralNumber() ? "whole number" : "number";
        }
        String text = node.asString();
        if (text.isEmpty()) {
            return "empty text";
        }
        if (GUID.matcher(text).matches()) {
            return "id";
        }
        if (MOMENT.matcher(text).matches()) {
            return "moment of " + text.length() + " characters";
        }
        return ADDRESS.matcher(text).matches() ? "address" : "text";
    }

    private void count(String path, String kind) {
        kinds.computeIfAbsent(path, _ -> new TreeMap<>()).merge(kind, 1, Integer::sum);
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Map.Entry<String, Map<String, Integer>> part : kinds.entrySet()) {
            if (lines.size() == MOST_LINES) {
                lines.add("and " + (kinds.size() - MOST_LINES) + " parts more");
                break;
            }
            List<String> found = new ArrayList<>();
            part.getValue()
                    .forEach((kind, times) ->
                            found.add(times == 1 ? kind : String.format(Locale.ROOT, "%s x %d", kind, times)));
            lines.add(part.getKey() + ": " + String.join(", ", found));
        }
        return lines;
    }
}
