package tallyfold.workitem.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.Query;
import java.util.function.Consumer;
import tallyfold.kernel.PageQuery;
import tallyfold.project.ProjectId;
import tallyfold.workitem.WorkItemRow;
import tallyfold.workitem.WorkItemService;

/** The flat list: asks for a page when somebody scrolls there. */
final class WorkItemList extends Grid<WorkItemRow> {

    private final WorkItemService items;
    private final ProjectId project;
    private final MappedCells mapped;

    WorkItemList(WorkItemService items, ProjectId project, Consumer<WorkItemRow> details, MappedCells mapped) {
        super();
        this.items = items;
        this.project = project;
        this.mapped = mapped;
        WorkItemColumns.addTo(this, _ -> false, details, mapped);
    }

    /** Shows what the address says; the count is known already. */
    void show(WorkItemAddress address, long count) {
        setItems(new CallbackDataProvider<WorkItemRow, Void>(
                query -> mapped.with(items.rows(project, address.filter(), page(query, address))).stream(),
                query -> {
                    // Flow insists on being asked for the window although the number is the same for any.
                    page(query, address);
                    return (int) Math.min(count, Integer.MAX_VALUE);
                },
                WorkItemRow::key));
    }

    private static PageQuery page(Query<WorkItemRow, Void> query, WorkItemAddress address) {
        return new PageQuery(query.getOffset(), Math.clamp(query.getLimit(), 1, PageQuery.MAX_LIMIT), address.sort());
    }
}
