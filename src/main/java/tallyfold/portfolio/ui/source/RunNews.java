package tallyfold.portfolio.ui.source;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tallyfold.project.LinkId;
import tallyfold.sync.SyncRun;
import tallyfold.sync.SyncService;

/**
 * Brings news of runs to a page, not more often than browsers keep up with: what comes in between is folded to the newest of
 * each link. A page that gets more than it can draw lags further and further behind, and shows for minutes what is long over.
 */
public final class RunNews implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RunNews.class);

    private final UI ui;
    private final Consumer<Map<LinkId, SyncRun>> listener;
    private final Map<LinkId, SyncRun> waiting = new ConcurrentHashMap<>();
    private final AtomicBoolean announced = new AtomicBoolean();
    private final Duration pace;
    private final AutoCloseable subscription;
    private volatile long deliveredAt;
    private volatile boolean closed;

    /** Hears of runs as long as a component is on a page; from before its own listeners of being there are called. */
    public static void follow(Component component, SyncService syncs, Consumer<Map<LinkId, SyncRun>> listener) {
        component.addAttachListener(attached -> {
            RunNews news = new RunNews(attached.getUI(), syncs, listener);
            component.addDetachListener(detached -> {
                detached.unregisterListener();
                news.close();
            });
        });
    }

    private RunNews(UI ui, SyncService syncs, Consumer<Map<LinkId, SyncRun>> listener) {
        this.ui = ui;
        this.listener = listener;
        this.pace = syncs.newsPace();
        this.deliveredAt = System.nanoTime() - pace.toNanos();
        this.subscription = syncs.listen(this::heard);
    }

    @Override
    public void close() {
        closed = true;
        try {
            subscription.close();
        } catch (Exception e) {
            LOG.warn("Listening to runs could not be ended", e);
        }
    }

    private void heard(SyncRun run) {
        if (closed) {
            return;
        }
        waiting.put(run.link(), run);
        if (announced.compareAndSet(false, true)) {
            long early = deliveredAt + pace.toNanos() - System.nanoTime();
            if (early <= 0) {
                announce();
            } else {
                CompletableFuture.delayedExecutor(early, TimeUnit.NANOSECONDS, Thread::startVirtualThread)
                        .execute(this::announce);
            }
        }
    }

    private void announce() {
        try {
            var _ = ui.access(this::deliver);
        } catch (UIDetachedException gone) {
            closed = true;
        }
    }

    private void deliver() {
        deliveredAt = System.nanoTime();
        announced.set(false);
        if (closed) {
            return;
        }
        Map<LinkId, SyncRun> taken = new HashMap<>();
        waiting.keySet().forEach(link -> {
            SyncRun run = waiting.remove(link);
            if (run != null) {
                taken.put(link, run);
            }
        });
        listener.accept(taken);
    }
}
