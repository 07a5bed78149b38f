package tallyfold.azuredevops;

import java.util.ArrayList;
import java.util.List;

/** Writes conditions of the work item query language. */
final class WiqlText {

    /** The project in the address does not narrow a query by itself. */
    static final String IN_PROJECT = "[System.TeamProject] = @project";

    /** A whole query may have 32,000 characters; two of these and the rest of it stay below. */
    static final int LONGEST_PART = 15_000;

    private static final String OR = " OR ";

    private WiqlText() {}

    static String quoted(String text) {
        return '\'' + text.replace("'", "''") + '\'';
    }

    /** A node of a tree of paths, with or without what lies below it. */
    static String at(String field, String path, boolean below) {
        return '[' + field + "] " + (below ? "UNDER " : "= ") + quoted(path);
    }

    static String and(String first, String second) {
        return first + " AND " + second;
    }

    /** Each of the conditions, in as few parentheses as keep to {@link #LONGEST_PART}. */
    static List<String> anyOf(List<String> conditions) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (String condition : conditions) {
            if (!part.isEmpty() && part.length() + OR.length() + condition.length() > LONGEST_PART) {
                parts.add("(" + part + ')');
                part.setLength(0);
            }
            part.append(part.isEmpty() ? "" : OR).append(condition);
        }
        if (!part.isEmpty()) {
            parts.add("(" + part + ')');
        }
        return parts;
    }
}
