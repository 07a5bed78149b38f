package tallyfold.workitem.ui;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import tallyfold.project.ProjectId;
import tallyfold.workitem.ItemTextService;
import tallyfold.workitem.MappedFieldService;
import tallyfold.workitem.StateHistoryService;
import tallyfold.workitem.WorkItemRow;

/** Opens the window that shows one work item. */
@Component
public class WorkItemDetailsLauncher {

    private final ItemTextService texts;
    private final StateHistoryService history;
    private final MappedFieldService mapped;
    private final ExecutorService background;

    WorkItemDetailsLauncher(
            ItemTextService texts,
            StateHistoryService history,
            MappedFieldService mapped,
            @Qualifier("backgroundExecutor") ExecutorService background) {
        this.texts = texts;
        this.history = history;
        this.mapped = mapped;
        this.background = background;
    }

    /** Opens it at once; the texts follow when the source has answered. */
    public void open(ProjectId project, WorkItemRow row) {
        new WorkItemDetailsDialog(
                        row,
                        mapped.values(project, List.of(row.key())).getOrDefault(row.key(), Map.of()),
                        history.of(project, row.key()),
                        new ItemTextArea(background, () -> texts.read(project, row.key())))
                .open();
    }
}
