package tallyfold.progress.internal;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tallyfold.workitem.FigureItem;
import tallyfold.workitem.WorkItemKey;

/**
 * Who hangs below whom, and what is below each item. Works from the leaves up, each item once, so that neither depth nor parents in
 * a circle matter: items of a circle keep what hangs below them from outside of it and nothing of each other.
 */
final class ItemTree {

    private static final int NONE = -1;

    private final ProjectItems items;
    private final List<FigureItem> nodes;
    private final int[] kinds;
    private final int kindCount;
    private final int[] parents;
    private final boolean[] parentOfShown;
    private final int[][] below;
    private final @Nullable LocalDate[] lowestStart;
    private final @Nullable LocalDate[] highestDue;

    /** @param kinds a number for each item, from 0 to below {@code kindCount} */
    ItemTree(ProjectItems items, int[] kinds, int kindCount) {
        this.items = items;
        this.nodes = items.once();
        this.kinds = kinds;
        this.kindCount = kindCount;
        parents = new int[nodes.size()];
        parentOfShown = new boolean[nodes.size()];
        below = new int[nodes.size()][];
        lowestStart = new LocalDate[nodes.size()];
        highestDue = new LocalDate[nodes.size()];
        findParents();
        foldUp();
    }

    private void findParents() {
        Map<WorkItemKey, Integer> places = HashMap.newHashMap(nodes.size());
        for (int i = 0; i < nodes.size(); i++) {
            places.put(nodes.get(i).key(), i);
        }
        for (int i = 0; i < nodes.size(); i++) {
            FigureItem item = nodes.get(i);
            Long parent = item.parent();
            int place = parent == null
                    ? NONE
                    : places.getOrDefault(new WorkItemKey(item.key().connection(), parent), NONE);
            parents[i] = place == i ? NONE : place;
            if (parents[i] != NONE && !ProjectItems.removed(item)) {
                parentOfShown[parents[i]] = true;
            }
        }
    }

    private void foldUp() {
        int[] waitingFor = new int[nodes.size()];
        for (int parent : parents) {
            if (parent != NONE) {
                waitingFor[parent]++;
            }
        }
        ArrayDeque<Integer> ready = new ArrayDeque<>();
        for (int i = 0; i < waitingFor.length; i++) {
            if (waitingFor[i] == 0) {
                ready.add(i);
            }
        }
        while (!ready.isEmpty()) {
            int node = ready.remove();
            int parent = parents[node];
            if (parent == NONE) {
                continue;
            }
            fold(node, parent);
            if (--waitingFor[parent] == 0) {
                ready.add(parent);
            }
        }
    }

    private void fold(int node, int parent) {
        FigureItem item = nodes.get(node);
        int[] sums = below[parent] == null ? new int[kindCount] : below[parent];
        below[parent] = sums;
        if (!ProjectItems.removed(item)) {
            sums[kinds[node]]++;
        }
        int[] more = below[node];
        for (int kind = 0; more != null && kind < kindCount; kind++) {
            sums[kind] += more[kind];
        }
        lowestStart[parent] = Days.earlier(lowestStart[parent], lowestStart[node]);
        highestDue[parent] = Days.later(highestDue[parent], highestDue[node]);
        if (leaf(node)) {
            lowestStart[parent] = Days.earlier(lowestStart[parent], items.start(item));
            highestDue[parent] = Days.later(highestDue[parent], items.deadline(item));
        }
    }

    /** Whether the item is not removed and nothing hangs below it but removed items. */
    boolean leaf(int node) {
        return !parentOfShown[node] && !ProjectItems.removed(nodes.get(node));
    }

    /** How many items of each kind are below an item; without the zeros. */
    Map<Integer, Integer> below(int node) {
        Map<Integer, Integer> counts = new TreeMap<>();
        int[] sums = below[node];
        for (int kind = 0; sums != null && kind < kindCount; kind++) {
            if (sums[kind] > 0) {
                counts.put(kind, sums[kind]);
            }
        }
        return counts;
    }

    @Nullable
    LocalDate lowestStart(int node) {
        return lowestStart[node];
    }

    @Nullable
    LocalDate highestDue(int node) {
        return highestDue[node];
    }
}
