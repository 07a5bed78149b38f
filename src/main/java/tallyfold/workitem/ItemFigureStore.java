package tallyfold.workitem;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tallyfold.connection.ConnectionId;
import tallyfold.project.LinkId;
import tallyfold.project.ProjectId;
import tallyfold.workitem.internal.FigureItemRepository;
import tallyfold.workitem.internal.ItemCounts;
import tallyfold.workitem.internal.LinkFigureRepository;

/** What figures of projects are made of. For the engine; checks no rights. */
@Component
public class ItemFigureStore {

    private final LinkFigureRepository links;
    private final FigureItemRepository items;
    private final ItemCounts counts;

    ItemFigureStore(LinkFigureRepository links, FigureItemRepository items, ItemCounts counts) {
        this.links = links;
        this.items = items;
        this.counts = counts;
    }

    /** The links of some projects, oldest first, read-only copies included. */
    public List<LinkProcess> links(Collection<ProjectId> projects) {
        return projects.isEmpty() ? List.of() : links.ofProjects(projects);
    }

    /** Every link, oldest first. */
    public List<LinkProcess> links() {
        return links.all();
    }

    public Optional<LinkProcess> link(LinkId id) {
        return links.find(id);
    }

    /** The links of a project in the order of their keys: an item that two of them show is the first one's. */
    public List<LinkId> linksByKey(ProjectId project) {
        return links.byKey(project);
    }

    /** How many items the links of some projects show, as kept with every page; no item is read. */
    public List<StateCount> counts(Collection<ProjectId> projects) {
        return projects.isEmpty() ? List.of() : links.counts(projects);
    }

    /** Differs whenever what a project shows has changed; at most 4,000 characters. */
    public String version(ProjectId project) {
        return links.version(project);
    }

    /** What the links of a project know of iterations, types and states. */
    public ItemStructure structure(ProjectId project) {
        return links.structure(project);
    }

    /** The same of some links. */
    public ItemStructure structure(Collection<LinkId> some) {
        return some.isEmpty() ? new ItemStructure(List.of(), List.of(), List.of()) : links.structure(some);
    }

    /** Gives every item that the links of a project list to the reader, once for each link, in no order. */
    public void items(ProjectId project, Consumer<FigureItem> reader) {
        items.all(project, reader);
    }

    /** Since when some items are there and in which states they have been, as far as is known. */
    public List<ItemPast> pasts(ConnectionId connection, Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : items.pasts(connection, ids);
    }

    /** Counts the items of some projects anew, from the items themselves. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recount(Collection<ProjectId> projects) {
        counts.recount(projects);
    }

    /** Titles of some items by their numbers; those that are not stored are left out. */
    public Map<Long, String> titles(ConnectionId connection, Collection<Long> ids) {
        return ids.isEmpty() ? Map.of() : items.titles(connection, ids);
    }
}
