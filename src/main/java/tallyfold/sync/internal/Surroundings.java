package tallyfold.sync.internal;

import java.time.Clock;
import tallyfold.project.LinkStore;
import tallyfold.workitem.MappedFieldStore;

/** How a load is connected with the rest of the engine. */
record Surroundings(
        SyncRunRepository runs,
        LinkStore links,
        PageApplier applier,
        StructureApplier structures,
        SyncProgress progress,
        EngineLifecycle lifecycle,
        RunEnd ends,
        FeedSurroundings feed,
        MappedFieldStore fields,
        Clock clock) {}
