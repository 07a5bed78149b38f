package tallyfold.workitem;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tallyfold.project.LinkId;
import tallyfold.provider.RemotePerson;
import tallyfold.provider.RemoteStructure;
import tallyfold.workitem.internal.KnownStructureRepository;
import tallyfold.workitem.internal.StructureWriteRepository;

/** Writes what holds work items together: types, states, areas, iterations, teams, people. For the engine. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class StructureStore {

    private final StructureWriteRepository structures;
    private final KnownStructureRepository known;

    StructureStore(StructureWriteRepository structures, KnownStructureRepository known) {
        this.structures = structures;
        this.known = known;
    }

    /** What is stored of a link's structure. */
    @Transactional(readOnly = true)
    public KnownStructure known(LinkId link) {
        return known.of(link);
    }

    /** Makes the stored structure of a link equal to the one read; writes nothing where nothing changed. */
    public void store(LinkId link, RemoteStructure structure) {
        structures.store(link, structure);
    }

    /** Adds types of other projects with their states, where the link has none of that name; its own stay as they are. */
    public void addForeign(LinkId link, List<RemoteStructure.WorkItemType> types) {
        structures.addForeign(link, types);
    }

    /** Makes the stored people of the teams of a link equal to those read, by key of the team. */
    public void storePeople(LinkId link, Map<String, List<RemotePerson>> people) {
        structures.storePeople(link, people);
    }
}
