package tallyfold.workitem.internal;

import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tallyfold.project.LinkDetaching;

/**
 * Freezes what a link shows when it becomes a read-only copy; inside the transaction of whoever detaches. The items get a key
 * of their own, because other links of the same connection go on changing the ones they share.
 */
@Component
class LinkCopier {

    private final WorkItemWriteRepository items;
    private final StateChangeRepository states;
    private final ItemFieldRepository fields;
    private final ItemCounts counts;

    LinkCopier(
            WorkItemWriteRepository items,
            StateChangeRepository states,
            ItemFieldRepository fields,
            ItemCounts counts) {
        this.items = items;
        this.counts = counts;
        this.states = states;
        this.fields = fields;
    }

    @EventListener
    void on(LinkDetaching detaching) {
        items.copy(detaching.link(), detaching.copy());
        states.copy(detaching.link(), detaching.copy());
        fields.copy(detaching.link(), detaching.copy());
        items.showCopies(detaching.link(), detaching.copy());
        counts.recount(counts.projects(List.of(detaching.link())));
    }
}
