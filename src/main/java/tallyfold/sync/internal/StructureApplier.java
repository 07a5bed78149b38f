package tallyfold.sync.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import tallyfold.project.LinkStore;
import tallyfold.provider.RemoteStructure;
import tallyfold.provider.SessionCost;
import tallyfold.workitem.StructureStore;

/** What a run writes besides items, each in a fenced transaction. */
@Component
class StructureApplier {

    private final Fence fence;
    private final SyncRunRepository runs;
    private final StructureStore structures;
    private final LinkStore links;

    StructureApplier(Fence fence, SyncRunRepository runs, StructureStore structures, LinkStore links) {
        this.fence = fence;
        this.runs = runs;
        this.structures = structures;
        this.links = links;
    }

    void structure(Lease lease, RemoteStructure structure, SessionCost cost) {
        write(lease, cost, () -> store(lease, structure));
    }

    /** Everything a reading begins with. */
    void describe(Lease lease, Message.Described read, SessionCost cost) {
        write(lease, cost, () -> {
            store(lease, read.structure());
            structures.storePeople(lease.link().id(), read.people());
            links.rename(lease.link().id(), read.seen());
            links.noteProblems(lease.link(), read.unreadable());
            if (!read.failed()) {
                runs.expect(lease.run(), read.load().listed().length);
            }
        });
    }

    void foreignTypes(Lease lease, List<RemoteStructure.WorkItemType> types, SessionCost cost) {
        write(lease, cost, () -> structures.addForeign(lease.link().id(), types));
    }

    private void store(Lease lease, RemoteStructure structure) {
        structures.store(lease.link().id(), structure);
        links.describe(lease.link().id(), structure.project(), structure.process());
    }

    private void write(Lease lease, SessionCost cost, Runnable work) {
        fence.write(lease, checkpoint -> {
            work.run();
            runs.count(lease.run(), new RunCounts(0, 0, 0, 0, 0, cost));
            return checkpoint;
        });
    }
}
