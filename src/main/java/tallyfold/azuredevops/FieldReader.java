package tallyfold.azuredevops;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tallyfold.provider.RemotePerson;
import tools.jackson.databind.JsonNode;

/**
 * Reads one item's fields and collects what was odd about them, in words without their content. A field of the wrong kind
 * counts as empty.
 */
final class FieldReader {

    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d.*");
    private static final char REPLACEMENT = '\uFFFD';

    private final Map<String, @Nullable JsonNode> fields;
    private final List<String> warnings = new ArrayList<>();

    FieldReader(@Nullable Map<String, @Nullable JsonNode> fields) {
        this.fields = fields == null ? Map.of() : fields;
    }

    List<String> warnings() {
        return warnings;
    }

    /** The text, empty when there is none. */
    String text(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return "";
        }
        if (!value.isString()) {
            odd(name, "is not text");
            return "";
        }
        String clean = Plain.text(value.asString());
        if (clean.indexOf(REPLACEMENT) >= 0) {
            odd(name, "held characters that are not text");
        }
        return clean;
    }

    /** Whether the field is an object that has this part. */
    boolean has(String name, String part) {
        JsonNode value = value(name);
        return value != null && value.isObject() && value.get(part) != null;
    }

    /** True when the field says so, as truth or as text. */
    boolean flag(String name) {
        JsonNode value = value(name);
        return value != null
                && (value.isBoolean()
                        ? value.booleanValue()
                        : value.isString() && value.asString().equalsIgnoreCase("true"));
    }

    @Nullable
    Double number(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        Double number = value.isNumber() || value.isString() ? parsed(value.asString()) : null;
        if (number == null) {
            odd(name, "is not a finite number");
        }
        return number;
    }

    /** The first of several fields that holds a number: processes plan by different ones. */
    @Nullable
    Double firstNumber(String... names) {
        for (String name : names) {
            Double number = number(name);
            if (number != null) {
                return number;
            }
        }
        return null;
    }

    @Nullable
    Long whole(String name, long least, long most) {
        Double number = number(name);
        if (number == null) {
            return null;
        }
        if (number != Math.rint(number) || number < least || number > most) {
            odd(name, "is out of range");
            return null;
        }
        return number.longValue();
    }

    @Nullable
    Instant time(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        try {
            if (value.isString()) {
                return Dates.instant(value.asString());
            }
        } catch (DateTimeException garbage) {
            // Told below, with all else that is no time.
        }
        odd(name, "is not a time");
        return null;
    }

    /** Whatever the field holds, as one text, empty when there is none: a number without idle digits, a time in UTC, a name. */
    String anything(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return "";
        }
        if (value.isObject()) {
            RemotePerson person = person(name);
            return person == null ? "" : person.displayName();
        }
        if (value.isNumber()) {
            Double number = number(name);
            return number == null
                    ? ""
                    : BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
        }
        if (value.isBoolean()) {
            return Boolean.toString(value.booleanValue());
        }
        String text = text(name);
        return TIME.matcher(text).matches() ? utc(text) : text;
    }

    private static String utc(String text) {
        try {
            Instant time = Dates.instant(text);
            return time == null ? text : time.toString();
        } catch (DateTimeException looksLikeATimeOnly) {
            return text;
        }
    }

    /** A person, from an identity object or from the old text form. */
    @Nullable
    RemotePerson person(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        RemotePerson person = value.isString() ? People.fromText(value.asString()) : People.fromNode(value);
        if (person == null && !(value.isString() && value.asString().isBlank())) {
            odd(name, "names nobody");
        }
        return person;
    }

    /** The tags: one text, parted by semicolons; a tag given twice counts once. */
    List<String> tags(String name) {
        Map<String, String> tags = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        List<String> inOrder = new ArrayList<>();
        for (String part : text(name).split(";", -1)) {
            String tag = part.strip();
            if (!tag.isEmpty() && tags.putIfAbsent(tag, tag) == null) {
                inOrder.add(tag);
            }
        }
        return inOrder;
    }

    private static @Nullable Double parsed(String text) {
        if (text.length() > 100) {
            return null;
        }
        try {
            double number = Double.parseDouble(text.strip());
            return Double.isFinite(number) ? number : null;
        } catch (NumberFormatException garbage) {
            return null;
        }
    }

    private @Nullable JsonNode value(String name) {
        JsonNode value = fields.get(name);
        return value == null || value.isNull() || value.isMissingNode() ? null : value;
    }

    private void odd(String name, String what) {
        warnings.add(name + ' ' + what);
    }
}
