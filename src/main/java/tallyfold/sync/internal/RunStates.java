package tallyfold.sync.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;
import tallyfold.provider.ProviderException;
import tallyfold.provider.ProviderFailure;
import tallyfold.provider.RemoteProjectId;
import tallyfold.provider.RemoteStructure;
import tallyfold.provider.RemoteWorkItem;
import tallyfold.provider.StateCategory;
import tallyfold.sync.internal.Reporting.ReadingInterruptedException;

/**
 * What the states of items mean in one run: by the structure of the linked project, read once more for a state nobody has
 * heard of, and by the types of other projects where a selection brings items from there.
 */
final class RunStates {

    private final LinkLoad load;
    private final Asking asking;
    private final BlockingQueue<Message> out;
    private final Map<String, StateCatalog> foreign = new HashMap<>();
    private volatile @Nullable StateCatalog catalog;
    private boolean structureReadAgain;

    RunStates(LinkLoad load, Asking asking, BlockingQueue<Message> out) {
        this.load = load;
        this.asking = asking;
        this.out = out;
    }

    RemoteStructure readStructure() throws InterruptedException {
        RemoteProjectId project = load.lease().link().remoteProject();
        RemoteStructure structure = asking.ask(() -> asking.session().structure(project));
        load.name(structure.project().name());
        catalog = StateCatalog.of(structure.types());
        return structure;
    }

    Optional<StateCategory> category(RemoteWorkItem item) {
        StateCatalog known = catalog;
        Optional<StateCategory> category = known == null ? Optional.empty() : known.category(item.type(), item.state());
        if (category.isPresent()) {
            return category;
        }
        StateCatalog more = load.isElsewhere(item) ? catalogOf(item.projectName()) : freshCatalog();
        return more.category(item.type(), item.state());
    }

    private synchronized StateCatalog freshCatalog() {
        StateCatalog known = catalog;
        if (structureReadAgain && known != null) {
            return known;
        }
        structureReadAgain = true;
        try {
            RemoteStructure structure = readStructure();
            out.put(new Message.StructureRead(load, structure));
            return StateCatalog.of(structure.types());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ReadingInterruptedException();
        }
    }

    /** Asked for once, whatever comes of it. */
    private synchronized StateCatalog catalogOf(String project) {
        StateCatalog known = foreign.get(project);
        if (known != null) {
            return known;
        }
        try {
            List<RemoteStructure.WorkItemType> types = typesOf(project);
            StateCatalog read = StateCatalog.of(types);
            foreign.put(project, read);
            if (!types.isEmpty()) {
                out.put(new Message.ForeignTypesRead(load, types));
            }
            return read;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ReadingInterruptedException();
        }
    }

    /** Empty for a project whose items may be seen but not itself. */
    private List<RemoteStructure.WorkItemType> typesOf(String project) throws InterruptedException {
        try {
            return asking.ask(() -> asking.session().workItemTypes(project));
        } catch (ProviderException e) {
            boolean invisible = e.failure() instanceof ProviderFailure.NotFound(ProviderFailure.NotFound.What what)
                    && what == ProviderFailure.NotFound.What.PROJECT;
            if (invisible || e.failure().concernsOneElement()) {
                return List.of();
            }
            throw e;
        }
    }
}
