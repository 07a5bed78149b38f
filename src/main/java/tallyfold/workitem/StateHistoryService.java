package tallyfold.workitem;

import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import tallyfold.project.ProjectId;
import tallyfold.workitem.internal.StateChangeRepository;

/** What states work items have been in. */
@Service
@PreAuthorize("hasRole('VIEWER')")
public class StateHistoryService {

    private final StateChangeRepository changes;

    StateHistoryService(StateChangeRepository changes) {
        this.changes = changes;
    }

    /**
     * The changes of state of an item that were told since it was first read, oldest first: it begins with the state it was in then.
     * Empty when the project does not show the item, or its source does not say when states change.
     */
    public List<StateChange> of(ProjectId project, WorkItemKey item) {
        return changes.of(project, item);
    }
}
