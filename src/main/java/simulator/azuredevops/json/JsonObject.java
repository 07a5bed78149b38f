package simulator.azuredevops.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON object under construction; members keep the order in which they were added. */
public final class JsonObject implements JsonWritable {

    private final Map<String, @Nullable Object> members = new LinkedHashMap<>();

    public static JsonObject of(String name, @Nullable Object value) {
        return new JsonObject().with(name, value);
    }

    /** The list envelope of the service: how many, and the list itself. */
    public static JsonObject list(List<?> values) {
        return of("count", values.size()).with("value", values);
    }

    /** A link object: {@code {"href": address}}. */
    public static JsonObject href(String address) {
        return of("href", address);
    }

    public JsonObject with(String name, @Nullable Object value) {
        members.put(name, value);
        return this;
    }

    /** Adds the member unless its value is null, as the service leaves empty members away. */
    public JsonObject withPresent(String name, @Nullable Object value) {
        if (value != null) {
            members.put(name, value);
        }
        return this;
    }

    public Map<String, @Nullable Object> members() {
        return Collections.unmodifiableMap(members);
    }

    @Override
    public void writeTo(JsonWriter out) {
        out.value(members);
    }
}
