package tallyfold.progress.internal;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tallyfold.provider.StateCategory;

/** How items count where nobody has said anything. */
final class DefaultRules {

    private static final Map<String, String> COUNTED_TYPES =
            Map.of("Agile", "User Story", "Basic", "Task", "Scrum", "Task", "CMMI", "Task");

    private DefaultRules() {}

    /** The types that count in a process; empty when it gives no hint, so that every type does. */
    static Set<String> countedTypes(@Nullable String base) {
        String type = base == null ? null : COUNTED_TYPES.get(base);
        return type == null ? Set.of() : Set.of(type);
    }

    /** How far a state is, in percent; what is removed never counts. */
    static int weight(StateCategory category) {
        return switch (category) {
            case PROPOSED, REMOVED -> 0;
            case IN_PROGRESS, RESOLVED -> 50;
            case COMPLETED -> 100;
        };
    }
}
