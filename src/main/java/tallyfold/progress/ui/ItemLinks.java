package tallyfold.progress.ui;

import com.vaadin.flow.router.RouterLink;
import tallyfold.workitem.WorkItemFilter;

/** Ways from a figure to the work items it counts. */
@FunctionalInterface
public interface ItemLinks {

    /** A link that opens the items a filter lets through. */
    RouterLink to(String text, WorkItemFilter filter);
}
