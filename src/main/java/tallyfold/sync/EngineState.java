package tallyfold.sync;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the engine is doing.
 *
 * @param waiting runs that wait for their turn
 * @param running runs that are being worked on
 * @param overdue executions that should have begun more than a minute ago and have not
 * @param lastRound when the scheduler last came round; null when it has not yet
 * @param ended runs that ended in the last 24 hours, by how
 */
public record EngineState(
        long waiting, long running, long overdue, @Nullable Instant lastRound, Map<SyncRunStatus, Long> ended) {}
