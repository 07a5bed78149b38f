package tallyfold.workitem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The hierarchy of the items a filter lets through, with the items above them that give them their place. */
public final class WorkItemTree {

    private final List<WorkItemKey> roots;
    private final Map<WorkItemKey, List<WorkItemKey>> children;
    private final Set<WorkItemKey> matches;
    private final boolean complete;

    /**
     * A tree as read.
     *
     * @param roots in order
     * @param children below each item that has any, in order
     * @param matches the items the filter lets through; the others are there for their place only
     * @param complete false when there were more matches than a tree holds
     */
    public WorkItemTree(
            List<WorkItemKey> roots,
            Map<WorkItemKey, List<WorkItemKey>> children,
            Set<WorkItemKey> matches,
            boolean complete) {
        this.roots = List.copyOf(roots);
        this.children = new LinkedHashMap<>(children);
        this.matches = Set.copyOf(matches);
        this.complete = complete;
    }

    /** The items below one, in order; the roots for null. */
    public List<WorkItemKey> children(@Nullable WorkItemKey parent) {
        return parent == null ? roots : children.getOrDefault(parent, List.of());
    }

    /** Whether the filter lets the item through, rather than one below it. */
    public boolean matches(WorkItemKey key) {
        return matches.contains(key);
    }

    /** How many items the filter lets through, as far as the tree holds them. */
    public int size() {
        return matches.size();
    }

    /** Whether every item the filter lets through is in the tree. */
    public boolean complete() {
        return complete;
    }
}
