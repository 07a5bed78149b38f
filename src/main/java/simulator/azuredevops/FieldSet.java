package simulator.azuredevops;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Immutable field values that share the list of their names with every other set of the same names: an item costs an
 * array, not a map. A million items must fit beside the program that reads them.
 */
final class FieldSet {

    static final FieldSet EMPTY = new FieldSet(Layout.of(List.of()), new Object[0]);

    private final Layout layout;
    private final Object[] values;

    private FieldSet(Layout layout, Object[] values) {
        this.layout = layout;
        this.values = values;
    }

    static FieldSet of(Map<String, Object> values) {
        return new FieldSet(
                Layout.of(List.copyOf(values.keySet())), values.values().toArray());
    }

    static FieldSet of(List<String> names, Object... values) {
        return new FieldSet(Layout.of(names), values);
    }

    @Nullable
    Object get(String name) {
        Integer at = layout.positions.get(name);
        return at == null ? null : values[at];
    }

    /** A copy with changes; a null value removes the field. */
    FieldSet with(Map<String, ? extends @Nullable Object> changes) {
        Map<String, Object> merged = asMap();
        changes.forEach((name, value) -> {
            if (value == null || "".equals(value)) {
                merged.remove(name);
            } else {
                merged.put(name, value);
            }
        });
        return of(merged);
    }

    void forEach(BiConsumer<String, Object> action) {
        for (int i = 0; i < values.length; i++) {
            action.accept(layout.names.get(i), values[i]);
        }
    }

    private Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        forEach(map::put);
        return map;
    }

    @Override
    public String toString() {
        return layout.names + Arrays.toString(values);
    }

    private record Layout(List<String> names, Map<String, Integer> positions) {
        private static final Map<List<String>, Layout> KNOWN = new ConcurrentHashMap<>();

        static Layout of(List<String> names) {
            return KNOWN.computeIfAbsent(names, key -> {
                Map<String, Integer> positions = new HashMap<>();
                for (int i = 0; i < key.size(); i++) {
                    positions.put(key.get(i), i);
                }
                return new Layout(List.copyOf(key), positions);
            });
        }
    }
}
