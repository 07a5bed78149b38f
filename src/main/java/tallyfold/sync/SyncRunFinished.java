package tallyfold.sync;

/** A run came to its end, good or bad; told after the commit, on an engine thread. */
public record SyncRunFinished(SyncRun run) {}
