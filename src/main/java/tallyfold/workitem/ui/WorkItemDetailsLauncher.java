package tallyfold.workitem.ui;

import java.util.concurrent.ExecutorService;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import tallyfold.project.ProjectId;
import tallyfold.workitem.ItemTextService;
import tallyfold.workitem.StateHistoryService;
import tallyfold.workitem.WorkItemRow;

/** Opens the window that shows one work item. */
@Component
public class WorkItemDetailsLauncher {

    private final ItemTextService texts;
    private final StateHistoryService history;
    private final ExecutorService background;

    WorkItemDetailsLauncher(
            ItemTextService texts,
            StateHistoryService history,
            @Qualifier("backgroundExecutor") ExecutorService background) {
        this.texts = texts;
        this.history = history;
        this.background = background;
    }

    /** Opens it at once; the texts follow when the source has answered. */
    public void open(ProjectId project, WorkItemRow row) {
        new WorkItemDetailsDialog(
                        row,
                        history.of(project, row.key()),
                        new ItemTextArea(background, () -> texts.read(project, row.key())))
                .open();
    }
}
