package tallyfold.workitem;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tallyfold.project.LinkId;
import tallyfold.provider.RemoteStructure;
import tallyfold.workitem.internal.StructureWriteRepository;

/** Writes what holds work items together: types, states, areas, iterations, teams, people. For the engine. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class StructureStore {

    private final StructureWriteRepository structures;

    StructureStore(StructureWriteRepository structures) {
        this.structures = structures;
    }

    /** Makes the stored structure of a link equal to the one read; writes nothing where nothing changed. */
    public void store(LinkId link, RemoteStructure structure) {
        structures.store(link, structure);
    }
}
