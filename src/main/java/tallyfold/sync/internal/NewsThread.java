package tallyfold.sync.internal;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tallyfold.sync.SyncRun;

/**
 * Carries news of runs away from the engine, in order. Vaadin does the work of a page on the thread that asks for it whenever
 * nobody else holds the page, so a page that takes a second to draw would hold up the sync it tells of. One thread for all, so
 * that looking on takes one processor from the engine at most.
 */
@Component
public class NewsThread {

    private static final Logger LOG = LoggerFactory.getLogger(NewsThread.class);

    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("sync-news").factory());

    /** The same listener, called on the thread of news. */
    public Consumer<SyncRun> carry(Consumer<SyncRun> listener) {
        return run -> {
            try {
                thread.execute(() -> tell(listener, run));
            } catch (RejectedExecutionException _) {
                LOG.debug("News of a run came while the product was being stopped");
            }
        };
    }

    private static void tell(Consumer<SyncRun> listener, SyncRun run) {
        try {
            listener.accept(run);
        } catch (RuntimeException e) {
            LOG.warn("A listener of sync progress failed", e);
        }
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
    }
}
