package tallyfold.sync.internal;

import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tallyfold.project.Link;
import tallyfold.project.LinkStore;
import tallyfold.project.ProjectStatusChanged;
import tallyfold.project.ProjectStore;
import tallyfold.sync.SyncRunFinished;
import tallyfold.sync.SyncTrigger;

/**
 * Takes inactive projects out of the feed, which would bring them up to date along with their neighbours: they stay as they
 * were when somebody last asked. Read by hand they are read as a whole, since nobody kept what the feed said meanwhile.
 */
@Component
class RestingProjects {

    private final ProjectStore projects;
    private final LinkStore links;
    private final FedLinkRepository fed;

    RestingProjects(ProjectStore projects, LinkStore links, FedLinkRepository fed) {
        this.projects = projects;
        this.links = links;
        this.fed = fed;
    }

    @EventListener
    void on(ProjectStatusChanged changed) {
        if (!changed.status().active()) {
            fed.remove(links.ofProject(changed.project()).stream().map(Link::id).toList());
        }
    }

    @EventListener
    void on(SyncRunFinished finished) {
        // The schedule leaves them alone, so it need not be asked for each of its many runs.
        if (finished.run().trigger() != SyncTrigger.SCHEDULE
                && projects.isResting(finished.run().project())) {
            fed.remove(List.of(finished.run().link()));
        }
    }
}
