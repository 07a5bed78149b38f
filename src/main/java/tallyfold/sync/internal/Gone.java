package tallyfold.sync.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import tallyfold.provider.RemoteWorkItem;

/**
 * What became of items that a link shows and the source does not list for it any more.
 *
 * @param left still in the linked project, but no longer part of what is selected
 * @param moved in another project now
 * @param vanished not there any more, or not visible
 */
record Gone(List<Long> left, List<Long> moved, List<Long> vanished) {

    static final Gone NOTHING = new Gone(List.of(), List.of(), List.of());

    Gone {
        left = List.copyOf(left);
        moved = List.copyOf(moved);
        vanished = List.copyOf(vanished);
    }

    /** The same but for some ids. */
    Gone without(Set<Long> others) {
        return new Gone(without(left, others), without(moved, others), without(vanished, others));
    }

    private static List<Long> without(List<Long> ids, Set<Long> others) {
        return ids.stream().filter(id -> !others.contains(id)).toList();
    }

    /**
     * Sorts the ids asked for by what was answered.
     *
     * @param unreadable ids that are there but cannot be read: nothing becomes of them
     */
    static Gone of(
            long[] asked, List<RemoteWorkItem> answered, Set<Long> unreadable, Predicate<RemoteWorkItem> elsewhere) {
        Map<Long, RemoteWorkItem> byId = new HashMap<>();
        answered.forEach(item -> byId.put(item.id(), item));
        List<Long> left = new ArrayList<>();
        List<Long> moved = new ArrayList<>();
        List<Long> vanished = new ArrayList<>();
        for (long id : asked) {
            RemoteWorkItem item = byId.get(id);
            if (item != null) {
                (elsewhere.test(item) ? moved : left).add(id);
            } else if (!unreadable.contains(id)) {
                vanished.add(id);
            }
        }
        return new Gone(left, moved, vanished);
    }
}
