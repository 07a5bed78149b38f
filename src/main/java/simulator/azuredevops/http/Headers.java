package simulator.azuredevops.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** HTTP header fields in order; names compare without case. Not safe for concurrent change. */
public final class Headers {

    private record Field(String name, String value) {}

    private final List<Field> fields = new ArrayList<>();

    public Headers copy() {
        Headers copy = new Headers();
        copy.fields.addAll(fields);
        return copy;
    }

    public Headers add(String name, String value) {
        fields.add(new Field(name, value));
        return this;
    }

    public Headers set(String name, String value) {
        return remove(name).add(name, value);
    }

    public Headers remove(String name) {
        fields.removeIf(field -> field.name.equalsIgnoreCase(name));
        return this;
    }

    public @Nullable String get(String name) {
        for (Field field : fields) {
            if (field.name.equalsIgnoreCase(name)) {
                return field.value;
            }
        }
        return null;
    }

    public boolean has(String name) {
        return get(name) != null;
    }

    /** True when a value of the field contains the word, without case. */
    public boolean mentions(String name, String word) {
        String wanted = word.toLowerCase(java.util.Locale.ROOT);
        return fields.stream()
                .anyMatch(field -> field.name.equalsIgnoreCase(name)
                        && field.value.toLowerCase(java.util.Locale.ROOT).contains(wanted));
    }

    /** Every field as it stands on the wire, one per line. */
    List<String> lines() {
        return fields.stream().map(field -> field.name + ": " + field.value).toList();
    }

    /** Lower-case names with all values of a name joined by a comma. */
    public Map<String, String> asMap() {
        Map<String, String> map = new LinkedHashMap<>();
        for (Field field : fields) {
            map.merge(field.name.toLowerCase(java.util.Locale.ROOT), field.value, (a, b) -> a + ", " + b);
        }
        return map;
    }
}
