package tallyfold.sync.internal;

import java.time.Clock;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tallyfold.connection.ConnectionDeleting;
import tallyfold.project.LinkDetaching;
import tallyfold.project.LinkId;
import tallyfold.project.LinkStore;
import tallyfold.project.LinksErased;

/**
 * Ends the syncing of links that go, inside the transaction of whoever has them go. Heard as soon as the gate of links is
 * locked: it takes the right to write away from a run that goes on, before others delete what that run writes.
 */
@Component
class RunEraser {

    private static final int FIRST = Ordered.HIGHEST_PRECEDENCE + 1;

    private final SyncRunRepository runs;
    private final RunHistoryRepository history;
    private final CheckpointRepository checkpoints;
    private final LinkStore links;
    private final ChangeFeedRepository feeds;
    private final FedLinkRepository fed;
    private final Clock clock;

    RunEraser(
            SyncRunRepository runs,
            RunHistoryRepository history,
            CheckpointRepository checkpoints,
            LinkStore links,
            ChangeFeedRepository feeds,
            FedLinkRepository fed,
            Clock clock) {
        this.feeds = feeds;
        this.fed = fed;
        this.runs = runs;
        this.history = history;
        this.checkpoints = checkpoints;
        this.links = links;
        this.clock = clock;
    }

    @EventListener
    @Order(RunEraser.FIRST)
    void on(ConnectionDeleting deleting) {
        // The feed is locked first, as whoever reads it does.
        feeds.erase(deleting.connection());
        links.ofConnection(deleting.connection()).forEach(link -> stop(link.id()));
    }

    @EventListener
    @Order(RunEraser.FIRST)
    void on(LinkDetaching detaching) {
        stop(detaching.link());
    }

    @EventListener
    @Order(RunEraser.FIRST)
    void on(LinksErased erased) {
        erased.links().forEach(link -> {
            stop(link);
            history.erase(link);
        });
    }

    /**
     * Looks for the right to write twice: the first time waits for a run that writes just now, the second finds that of a
     * first run which was taken up while its cancelling waited.
     */
    private void stop(LinkId link) {
        checkpoints.erase(link);
        fed.remove(List.of(link));
        runs.cancelAll(link, clock.instant());
        checkpoints.erase(link);
    }
}
