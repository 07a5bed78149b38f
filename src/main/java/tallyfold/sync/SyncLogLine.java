package tallyfold.sync;

import java.time.Instant;

/** One step of a run, in words. */
public record SyncLogLine(Instant at, String line) {}
