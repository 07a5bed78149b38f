package tallyfold.sync.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tallyfold.sync.SyncRun;
import tallyfold.sync.SyncRunId;

/** Tells those who look how runs go on, without drowning them: counts come at most five times a second for each run. */
@Component
public class SyncProgress {

    static final Duration PAUSE = Duration.ofMillis(200);

    private static final Logger LOG = LoggerFactory.getLogger(SyncProgress.class);

    private final SyncRunRepository runs;
    private final Clock clock;
    private final List<Consumer<SyncRun>> listeners = new CopyOnWriteArrayList<>();
    private final Map<SyncRunId, Instant> told = new ConcurrentHashMap<>();
    private final Map<SyncRunId, Boolean> untold = new ConcurrentHashMap<>();

    SyncProgress(SyncRunRepository runs, Clock clock) {
        this.runs = runs;
        this.clock = clock;
    }

    public AutoCloseable listen(Consumer<SyncRun> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Counts of a run changed. */
    void counted(SyncRunId run) {
        untold.put(run, true);
        flush();
    }

    /** The status of a run changed: told at once. */
    void turned(SyncRunId run) {
        tell(run);
    }

    /** The same for a run as it is stored now. */
    void turned(SyncRun run) {
        untold.remove(run.id());
        told.put(run.id(), clock.instant());
        listeners.forEach(listener -> tell(listener, run));
    }

    /** Tells what has been held back long enough; called often by whoever drives a run. */
    void flush() {
        Instant now = clock.instant();
        for (SyncRunId run : untold.keySet()) {
            Instant last = told.get(run);
            if (last == null || !now.isBefore(last.plus(PAUSE))) {
                tell(run);
            }
        }
    }

    private void tell(SyncRunId id) {
        untold.remove(id);
        told.put(id, clock.instant());
        if (listeners.isEmpty()) {
            return;
        }
        runs.find(id).ifPresent(run -> {
            if (run.status().finished()) {
                told.remove(id);
            }
            listeners.forEach(listener -> tell(listener, run));
        });
    }

    /** Forgets the pace of a run that is over. */
    void forget(SyncRunId run) {
        told.remove(run);
        untold.remove(run);
    }

    private static void tell(Consumer<SyncRun> listener, SyncRun run) {
        try {
            listener.accept(run);
        } catch (RuntimeException e) {
            LOG.warn("A listener of sync progress failed", e);
        }
    }
}
