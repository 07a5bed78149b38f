package tallyfold.sync.internal;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tallyfold.project.LinkStore;
import tallyfold.provider.Element;
import tallyfold.provider.ElementChoice;
import tallyfold.provider.RemotePerson;
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
        write(lease, cost, () -> {
            structures.store(lease.link().id(), structure);
            RemoteStructure.WorkProcess process = structure.process();
            links.describe(lease.link().id(), structure.project(), process.name(), process.base());
        });
    }

    void foreignTypes(Lease lease, List<RemoteStructure.WorkItemType> types, SessionCost cost) {
        write(lease, cost, () -> structures.addForeign(lease.link().id(), types));
    }

    void people(Lease lease, Map<String, List<RemotePerson>> people, SessionCost cost) {
        write(lease, cost, () -> structures.storePeople(lease.link().id(), people));
    }

    void elements(Lease lease, Map<Element, ElementChoice> seen, Map<Element, String> unreadable, SessionCost cost) {
        write(lease, cost, () -> {
            links.rename(lease.link().id(), seen);
            links.noteProblems(lease.link(), unreadable);
        });
    }

    private void write(Lease lease, SessionCost cost, Runnable work) {
        fence.write(lease, checkpoint -> {
            work.run();
            runs.count(lease.run(), new RunCounts(0, 0, 0, 0, 0, cost));
            return checkpoint;
        });
    }
}
