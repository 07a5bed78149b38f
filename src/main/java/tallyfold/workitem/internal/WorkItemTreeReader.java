package tallyfold.workitem.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import tallyfold.kernel.PageQuery;
import tallyfold.workitem.WorkItemFilter;
import tallyfold.workitem.WorkItemKey;
import tallyfold.workitem.WorkItemTree;
import tallyfold.workitem.internal.WorkItemListRepository.Node;

/** Finds the place of filtered items: reads what a filter lets through, then what is above, level by level. */
@Component
public class WorkItemTreeReader {

    private final WorkItemListRepository lists;

    WorkItemTreeReader(WorkItemListRepository lists) {
        this.lists = lists;
    }

    /** The tree of at most so many matches. */
    public WorkItemTree read(ReadingScope scope, WorkItemFilter filter, List<PageQuery.Sort> sort, int limit) {
        List<Node> found = lists.nodes(scope, filter, limit + 1);
        boolean complete = found.size() <= limit;
        List<Node> kept = complete ? found : found.subList(0, limit);
        Set<WorkItemKey> matches = new HashSet<>(WorkItemListRepository.keysOf(kept));
        Set<WorkItemKey> all = new HashSet<>(matches);
        Set<WorkItemKey> missing = parentsOutside(all, kept);
        // Each round adds what it asked for, so a circle of parents ends like any other chain.
        while (!missing.isEmpty()) {
            all.addAll(missing);
            missing = parentsOutside(all, lists.nodes(scope, missing, List.of()));
        }
        List<Node> ordered = lists.nodes(scope, all, sort);
        return tree(ordered, matches, complete);
    }

    private static Set<WorkItemKey> parentsOutside(Set<WorkItemKey> known, List<Node> nodes) {
        Set<WorkItemKey> outside = new LinkedHashSet<>();
        for (Node node : nodes) {
            if (node.parent() != null && !known.contains(node.parent())) {
                outside.add(node.parent());
            }
        }
        return outside;
    }

    private static WorkItemTree tree(List<Node> ordered, Set<WorkItemKey> matches, boolean complete) {
        Set<WorkItemKey> present = new HashSet<>(WorkItemListRepository.keysOf(ordered));
        List<WorkItemKey> roots = new ArrayList<>();
        Map<WorkItemKey, List<WorkItemKey>> children = new HashMap<>();
        for (Node node : ordered) {
            if (node.parent() == null || node.parent().equals(node.key()) || !present.contains(node.parent())) {
                roots.add(node.key());
            } else {
                children.computeIfAbsent(node.parent(), _ -> new ArrayList<>()).add(node.key());
            }
        }
        return new WorkItemTree(roots, children, matches, complete);
    }
}
