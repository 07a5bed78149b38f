package tallyfold.progress.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tallyfold.progress.Share;
import tallyfold.provider.StateCategory;

/** How the items of one link count: as saved, and by the defaults where nothing was. */
final class LinkRule {

    /** Of a link of which nothing is known. */
    static final LinkRule UNKNOWN = new LinkRule(null, null);

    private final Set<String> counted;
    private final Map<String, Map<String, Integer>> weights;

    LinkRule(@Nullable String base, @Nullable SavedRule saved) {
        counted = saved == null
                ? DefaultRules.countedTypes(base)
                : saved.types().entrySet().stream()
                        .filter(Map.Entry::getValue)
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toUnmodifiableSet());
        weights = saved == null ? Map.of() : saved.weights();
    }

    /** The types that count, by name; empty when every type does. */
    List<String> countedTypes() {
        return List.copyOf(new TreeSet<>(counted));
    }

    boolean counts(String type) {
        return counted.isEmpty() || counted.contains(type);
    }

    /** How far a state is, 0 to 100 percent; a state that nobody mapped is as far as its category by default. */
    int weight(String type, String state, StateCategory category) {
        return weights.getOrDefault(type, Map.of()).getOrDefault(state, DefaultRules.weight(category));
    }

    /** So many items of a type in a state, whether or not the type counts. */
    Share share(String type, String state, StateCategory category, long items) {
        return category == StateCategory.REMOVED
                ? Share.NONE
                : Share.of(category, weight(type, state, category), items);
    }

    /** The same; nothing where the type does not count. */
    Share counted(String type, String state, StateCategory category, long items) {
        return counts(type) ? share(type, state, category, items) : Share.NONE;
    }
}
