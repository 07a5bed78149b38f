package tallyfold.workitem.ui;

import com.vaadin.flow.component.treegrid.TreeGrid;
import com.vaadin.flow.data.provider.hierarchy.AbstractBackEndHierarchicalDataProvider;
import com.vaadin.flow.data.provider.hierarchy.HierarchicalQuery;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tallyfold.kernel.PageQuery;
import tallyfold.project.ProjectId;
import tallyfold.workitem.WorkItemKey;
import tallyfold.workitem.WorkItemRow;
import tallyfold.workitem.WorkItemService;
import tallyfold.workitem.WorkItemTree;

/** The hierarchy: without a filter each branch is read when it is opened, with one the matches are shown in their place. */
final class WorkItemTreeGrid extends TreeGrid<WorkItemRow> {

    /** So many branches are opened by themselves to bring matches into sight. */
    private static final int OPENED = 200;

    private final WorkItemService items;
    private final ProjectId project;
    private final MappedCells mapped;
    private @Nullable WorkItemTree filtered;

    WorkItemTreeGrid(WorkItemService items, ProjectId project, Consumer<WorkItemRow> details, MappedCells mapped) {
        super();
        this.items = items;
        this.project = project;
        this.mapped = mapped;
        WorkItemColumns.addTo(this, row -> filtered != null && !filtered.matches(row.key()), details, mapped);
    }

    void show(WorkItemAddress address) {
        filtered = null;
        setDataProvider(new Branches(address));
    }

    /** Shows the matches of the address's filter with what is above them. */
    void show(WorkItemAddress address, WorkItemTree tree) {
        filtered = tree;
        setDataProvider(new Branches(address));
        expand(items.rows(project, topBranches(tree)));
    }

    private static List<WorkItemKey> topBranches(WorkItemTree tree) {
        List<WorkItemKey> branches = new ArrayList<>();
        Deque<WorkItemKey> waiting = new ArrayDeque<>(tree.children(null));
        while (!waiting.isEmpty() && branches.size() < OPENED) {
            WorkItemKey next = waiting.remove();
            if (!tree.children(next).isEmpty()) {
                branches.add(next);
                waiting.addAll(tree.children(next));
            }
        }
        return branches;
    }

    /** Reads branches page by page. */
    private final class Branches extends AbstractBackEndHierarchicalDataProvider<WorkItemRow, Void> {

        private final WorkItemAddress address;

        Branches(WorkItemAddress address) {
            this.address = address;
        }

        @Override
        public int getChildCount(HierarchicalQuery<WorkItemRow, Void> query) {
            @Nullable WorkItemKey parent = key(query.getParent());
            return filtered == null
                    ? (int) Math.min(items.countChildren(project, parent), Integer.MAX_VALUE)
                    : filtered.children(parent).size();
        }

        @Override
        protected Stream<WorkItemRow> fetchChildrenFromBackEnd(HierarchicalQuery<WorkItemRow, Void> query) {
            @Nullable WorkItemKey parent = key(query.getParent());
            int limit = Math.clamp(query.getLimit(), 1, PageQuery.MAX_LIMIT);
            if (filtered == null) {
                return mapped
                        .with(items.children(project, parent, new PageQuery(query.getOffset(), limit, address.sort())))
                        .stream();
            }
            List<WorkItemKey> keys = filtered.children(parent).stream()
                    .skip(query.getOffset())
                    .limit(limit)
                    .toList();
            return keys.isEmpty() ? Stream.empty() : mapped.with(items.rows(project, keys)).stream();
        }

        @Override
        public boolean hasChildren(WorkItemRow row) {
            return filtered == null
                    ? row.hasChildren()
                    : !filtered.children(row.key()).isEmpty();
        }

        @Override
        public Object getId(WorkItemRow row) {
            return row.key();
        }

        private static @Nullable WorkItemKey key(@Nullable WorkItemRow row) {
            return row == null ? null : row.key();
        }
    }
}
