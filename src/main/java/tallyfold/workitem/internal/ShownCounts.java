package tallyfold.workitem.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import tallyfold.project.LinkId;
import tallyfold.project.ProjectId;

/** How many items links show, by type and state; also the difference between two such states of affairs. */
public final class ShownCounts {

    public static final ShownCounts NONE = new ShownCounts(Map.of());

    /** What is counted together. */
    record Key(LinkId link, ProjectId project, String type, String state, String category) {}

    /** @param shared how many of the items their project counts through another link */
    record Count(int items, int shared) {

        private static final Count ZERO = new Count(0, 0);

        Count plus(Count other) {
            return new Count(items + other.items, shared + other.shared);
        }

        private Count minus(Count other) {
            return new Count(items - other.items, shared - other.shared);
        }
    }

    private final Map<Key, Count> counts;

    private ShownCounts(Map<Key, Count> counts) {
        this.counts = counts;
    }

    static ShownCounts of(Map<Key, Count> counts) {
        return new ShownCounts(new HashMap<>(counts));
    }

    /** What has to be added to the given ones to come to these; without the zeros. */
    ShownCounts since(ShownCounts before) {
        Map<Key, Count> difference = new HashMap<>(counts);
        before.counts.forEach((key, count) ->
                difference.put(key, difference.getOrDefault(key, Count.ZERO).minus(count)));
        difference.values().removeIf(Count.ZERO::equals);
        return new ShownCounts(difference);
    }

    ShownCounts plus(ShownCounts more) {
        Map<Key, Count> sum = new HashMap<>(counts);
        more.counts.forEach((key, count) -> sum.merge(key, count, Count::plus));
        return new ShownCounts(sum);
    }

    Map<Key, Count> byKey() {
        return Map.copyOf(counts);
    }

    Set<LinkId> links() {
        Set<LinkId> links = new HashSet<>();
        counts.keySet().forEach(key -> links.add(key.link()));
        return links;
    }
}
