package tallyfold.workitem.internal;

import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tallyfold.project.LinksErased;
import tallyfold.project.ProjectId;

/** Takes work items and structure along when their links go for good; inside the transaction of whoever erases. */
@Component
class LinkEraser {

    private final WorkItemWriteRepository items;
    private final LinkItemRepository linkItems;
    private final StructureWriteRepository structures;
    private final ItemCounts counts;

    LinkEraser(
            WorkItemWriteRepository items,
            LinkItemRepository linkItems,
            StructureWriteRepository structures,
            ItemCounts counts) {
        this.items = items;
        this.counts = counts;
        this.linkItems = linkItems;
        this.structures = structures;
    }

    @EventListener
    void on(LinksErased erased) {
        List<ProjectId> projects = counts.projects(erased.links());
        erased.links().forEach(link -> {
            linkItems.erase(link);
            counts.forget(link);
            structures.erase(link);
        });
        items.deleteUnlinked();
        // What the erased ones shared with others of their project counts through those now.
        counts.recount(projects);
    }
}
