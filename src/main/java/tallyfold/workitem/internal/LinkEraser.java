package tallyfold.workitem.internal;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tallyfold.project.LinksErased;

/** Takes work items and structure along when their links go for good; inside the transaction of whoever erases. */
@Component
class LinkEraser {

    private final WorkItemWriteRepository items;
    private final LinkItemRepository linkItems;
    private final StructureWriteRepository structures;

    LinkEraser(WorkItemWriteRepository items, LinkItemRepository linkItems, StructureWriteRepository structures) {
        this.items = items;
        this.linkItems = linkItems;
        this.structures = structures;
    }

    @EventListener
    void on(LinksErased erased) {
        erased.links().forEach(link -> {
            linkItems.erase(link);
            structures.erase(link);
        });
        items.deleteUnlinked();
    }
}
