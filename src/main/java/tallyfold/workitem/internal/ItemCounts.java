package tallyfold.workitem.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import tallyfold.connection.ConnectionId;
import tallyfold.project.Link;
import tallyfold.project.LinkId;
import tallyfold.project.ProjectId;
import tallyfold.workitem.internal.WorkItemWriteRepository.Writing;

/**
 * Keeps how many items links show by type and state, in the transaction of what changes them: by difference, so that the
 * cost follows the change and not the size of a project.
 */
@Component
public class ItemCounts {

    private final ItemCountRepository counts;

    ItemCounts(ItemCountRepository counts) {
        this.counts = counts;
    }

    /** To be asked before a change of some items, and given to {@link #changed} after it. */
    public ShownCounts before(ConnectionId connection, Collection<Long> ids) {
        return ids.isEmpty() ? ShownCounts.NONE : counts.count(connection, ids);
    }

    /** Some items are not what they were, or not shown by whom they were. */
    public void changed(Link link, Collection<Long> ids, ShownCounts before) {
        if (ids.isEmpty()) {
            return;
        }
        ShownCounts after = counts.count(link.connection(), ids);
        counts.add(after.since(before));
        Set<LinkId> links = new HashSet<>(before.links());
        links.addAll(after.links());
        links.add(link.id());
        counts.changed(links);
    }

    /** A link shows items that nobody showed before; nothing has to be read for these. */
    public void appeared(Link link, Collection<Writing> items) {
        if (items.isEmpty()) {
            return;
        }
        Map<ShownCounts.Key, ShownCounts.Count> appeared = new HashMap<>();
        for (Writing item : items) {
            ShownCounts.Key key = new ShownCounts.Key(
                    link.id(),
                    link.project(),
                    StoredText.fit(item.item().type(), WorkItemWriteRepository.TYPE_LENGTH),
                    StoredText.fit(item.item().state(), WorkItemWriteRepository.STATE_LENGTH),
                    item.category().name());
            appeared.merge(key, new ShownCounts.Count(1, 0), ShownCounts.Count::plus);
        }
        counts.add(ShownCounts.of(appeared));
        counts.changed(List.of(link.id()));
    }

    /** Counts all that some projects show anew, from the items themselves. */
    public void recount(Collection<ProjectId> projects) {
        for (ProjectId project : projects) {
            ShownCounts now = counts.count(project);
            counts.forget(project);
            counts.add(now);
            counts.changed(now.links());
        }
    }

    void forget(LinkId link) {
        counts.forget(link);
    }

    /** What some links show is not what it was, without a difference in the counts. */
    public void touched(Collection<LinkId> links) {
        counts.changed(links);
    }

    List<ProjectId> projects(Collection<LinkId> links) {
        return counts.projects(links);
    }
}
