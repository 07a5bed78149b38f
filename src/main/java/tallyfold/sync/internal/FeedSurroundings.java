package tallyfold.sync.internal;

import java.time.Clock;
import org.springframework.stereotype.Component;
import tallyfold.project.LinkStore;
import tallyfold.workitem.StructureStore;
import tallyfold.workitem.WorkItemStore;

/** How the following of a feed is connected with the rest of the engine. */
@Component
record FeedSurroundings(
        ChangeFeedRepository feeds,
        FedLinkRepository fed,
        FeedApplier applier,
        LinkStore links,
        WorkItemStore items,
        StructureStore structures,
        RunEnd ends,
        EngineLifecycle lifecycle,
        Clock clock) {}
