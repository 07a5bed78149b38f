package tallyfold.sync.internal;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tallyfold.project.LinksErased;

/** Takes runs along when their links go for good; inside the transaction of whoever erases. */
@Component
class RunEraser {

    private final SyncRunRepository runs;
    private final CheckpointRepository checkpoints;

    RunEraser(SyncRunRepository runs, CheckpointRepository checkpoints) {
        this.runs = runs;
        this.checkpoints = checkpoints;
    }

    @EventListener
    void on(LinksErased erased) {
        erased.links().forEach(link -> {
            runs.erase(link);
            checkpoints.erase(link);
        });
    }
}
