package simulator.azuredevops;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of one organization: the service's own and the custom ones that items brought along. */
final class FieldCatalogue {

    private final Map<String, FieldInfo> byReference = new LinkedHashMap<>();
    private final Map<String, FieldInfo> byName = new HashMap<>();

    FieldCatalogue() {
        Fields.CATALOGUE.forEach(this::add);
    }

    synchronized void add(FieldInfo field) {
        byReference.put(key(field.referenceName()), field);
        byName.put(key(field.name()), field);
    }

    /** By reference name or friendly name, without case. */
    synchronized @Nullable FieldInfo find(String name) {
        FieldInfo field = byReference.get(key(name));
        return field != null ? field : byName.get(key(name));
    }

    synchronized List<FieldInfo> all() {
        return new ArrayList<>(byReference.values());
    }

    synchronized Collection<FieldInfo> custom() {
        return byReference.values().stream()
                .filter(field -> field.referenceName().startsWith("Custom."))
                .toList();
    }

    /** The field of that reference name; an unknown name becomes a custom field with the type of the value. */
    synchronized FieldInfo require(String reference, @Nullable Object value) {
        FieldInfo known = byReference.get(key(reference));
        if (known != null) {
            return known;
        }
        FieldInfo.Type type = switch (value) {
            case Integer _, Long _ -> FieldInfo.Type.INTEGER;
            case Double _ -> FieldInfo.Type.DOUBLE;
            case Boolean _ -> FieldInfo.Type.BOOLEAN;
            case Instant _ -> FieldInfo.Type.DATE_TIME;
            case SimUser _ -> FieldInfo.Type.IDENTITY;
            case null, default -> FieldInfo.Type.STRING;
        };
        String name = reference.substring(reference.lastIndexOf('.') + 1).replaceAll("(?<=[a-z])(?=[A-Z])", " ");
        FieldInfo created = new FieldInfo(reference, name, type, false);
        add(created);
        return created;
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
