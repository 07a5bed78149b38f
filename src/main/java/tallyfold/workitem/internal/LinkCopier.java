package tallyfold.workitem.internal;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tallyfold.project.LinkDetaching;
import tallyfold.project.LinkStore;

/**
 * Freezes what a link shows when it becomes a read-only copy; inside the transaction of whoever detaches. The items get a key
 * of their own, because other links of the same connection go on changing the ones they share.
 */
@Component
class LinkCopier {

    private final WorkItemWriteRepository items;
    private final LinkStore links;

    LinkCopier(WorkItemWriteRepository items, LinkStore links) {
        this.items = items;
        this.links = links;
    }

    @EventListener
    void on(LinkDetaching detaching) {
        links.find(detaching.link()).ifPresent(link -> items.copy(link.id(), link.connection(), detaching.copy()));
    }
}
