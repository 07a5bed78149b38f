package tallyfold.sync;

import java.util.UUID;
import tallyfold.kernel.Identifier;

/** Key of a sync run. */
public record SyncRunId(UUID value) implements Identifier {}
