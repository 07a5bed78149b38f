package tallyfold.workitem;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import tallyfold.audit.AuditEvent;
import tallyfold.audit.AuditLog;
import tallyfold.kernel.Page;
import tallyfold.kernel.PageQuery;
import tallyfold.project.ProjectId;
import tallyfold.workitem.internal.FieldMappingRepository;
import tallyfold.workitem.internal.ReadingScope;
import tallyfold.workitem.internal.WorkItemFacetRepository;
import tallyfold.workitem.internal.WorkItemListRepository;
import tallyfold.workitem.internal.WorkItemTreeReader;

/**
 * What people read about the work items of a project. Columns to sort by are those of {@link WorkItemColumn}; an unknown
 * one is an {@link IllegalArgumentException}. Days are compared in UTC, in which the source system keeps them.
 */
@Service
@PreAuthorize("hasRole('VIEWER')")
public class WorkItemService {

    /** The most matches a {@link WorkItemTree} holds; a list shows any number. */
    public static final int TREE_LIMIT = 5_000;

    private static final int EXPORT_PAGE = 1_000;

    private final WorkItemListRepository lists;
    private final WorkItemTreeReader trees;
    private final WorkItemFacetRepository facets;
    private final FieldMappingRepository mappings;
    private final AuditLog audit;
    private final Clock clock;

    WorkItemService(
            WorkItemListRepository lists,
            WorkItemTreeReader trees,
            WorkItemFacetRepository facets,
            FieldMappingRepository mappings,
            AuditLog audit,
            Clock clock) {
        this.lists = lists;
        this.trees = trees;
        this.facets = facets;
        this.mappings = mappings;
        this.audit = audit;
        this.clock = clock;
    }

    /** A slice of the flat list with the number of all that match; by number unless sorted. */
    public Page<WorkItemRow> page(ProjectId project, WorkItemFilter filter, PageQuery query) {
        return new Page<>(rows(project, filter, query), count(project, filter));
    }

    /** A slice of the flat list without counting; by number unless sorted. */
    public List<WorkItemRow> rows(ProjectId project, WorkItemFilter filter, PageQuery query) {
        return lists.page(scope(project, filter), filter, query);
    }

    /** How many items match. */
    public long count(ProjectId project, WorkItemFilter filter) {
        return lists.count(scope(project, filter), filter);
    }

    /**
     * The items below one, as the source system ranks them unless sorted; for null the roots, which are the items whose
     * parent is not in the project.
     */
    public List<WorkItemRow> children(ProjectId project, @Nullable WorkItemKey parent, PageQuery query) {
        return lists.children(scope(project), parent, query);
    }

    /** How many items {@link #children} gives in all. */
    public long countChildren(ProjectId project, @Nullable WorkItemKey parent) {
        return lists.countChildren(scope(project), parent);
    }

    /** The items that match, with their ancestors; siblings as ranked unless sorted, at most {@link #TREE_LIMIT} matches. */
    public WorkItemTree tree(ProjectId project, WorkItemFilter filter, List<PageQuery.Sort> sort) {
        return trees.read(scope(project, filter), filter, sort, TREE_LIMIT);
    }

    /** The items with these keys, in this order, without those the project has not; at most {@link PageQuery#MAX_LIMIT}. */
    public List<WorkItemRow> rows(ProjectId project, List<WorkItemKey> keys) {
        return lists.rows(scope(project), keys);
    }

    /** Gives every item that matches to the reader, by number, without holding them all. Is written down. */
    public void export(ProjectId project, WorkItemFilter filter, Consumer<WorkItemRow> reader) {
        audit.record("project.work-items-exported", "project " + project.value(), AuditEvent.Outcome.SUCCESS, null);
        ReadingScope scope = scope(project, filter);
        @Nullable WorkItemKey last = null;
        List<WorkItemRow> rows;
        do {
            rows = lists.after(scope, filter, last, EXPORT_PAGE);
            rows.forEach(reader);
            last = rows.isEmpty() ? last : rows.getLast().key();
        } while (rows.size() == EXPORT_PAGE);
    }

    /** What the items of the project can be filtered by. */
    public WorkItemFacets facets(ProjectId project) {
        return facets.read(scope(project));
    }

    /** The day deadlines are compared with. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private ReadingScope scope(ProjectId project, WorkItemFilter filter) {
        ReadingScope scope = scope(project);
        return filter.mapped().isEmpty() ? scope : scope.with(mappings.ofProject(project));
    }

    private ReadingScope scope(ProjectId project) {
        return lists.scope(project, today());
    }
}
