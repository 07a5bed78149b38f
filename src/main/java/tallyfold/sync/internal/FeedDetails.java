package tallyfold.sync.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tallyfold.project.Link;
import tallyfold.provider.ItemRevision;
import tallyfold.provider.ParentChange;
import tallyfold.provider.RemoteProjectId;
import tallyfold.provider.RemoteWorkItem;
import tallyfold.workitem.StoredItem;

/** What the feed leaves open about an item: it may tell it only half, and keep to itself what the item lies below. Pure. */
final class FeedDetails {

    private FeedDetails() {}

    /** The items that have to be asked for by number before anything can be said of them. */
    static Set<Long> open(
            Collection<ItemRevision> changes, Map<Long, ParentChange> parents, FeedPlan.Knowledge knowledge) {
        Set<RemoteProjectId> followed = knowledge.links().stream()
                .filter(Link::whole)
                .map(Link::remoteProject)
                .collect(Collectors.toSet());
        Set<Long> open = new HashSet<>();
        for (ItemRevision change : changes) {
            RemoteWorkItem item = change.item();
            if (change.deleted() || knowledge.isPassed(change)) {
                continue;
            }
            RemoteProjectId project = knowledge.projectOf(item);
            boolean nowhere = item.projectName().isBlank();
            boolean half = !change.complete() || isOrphan(item, parents, knowledge);
            if (nowhere || (half && project != null && followed.contains(project))) {
                open.add(item.id());
            }
        }
        return open;
    }

    /** An item that comes from elsewhere was put below its parent before anybody listened. */
    private static boolean isOrphan(
            RemoteWorkItem item, Map<Long, ParentChange> parents, FeedPlan.Knowledge knowledge) {
        return item.parentId() == null
                && item.rev() > 1
                && !parents.containsKey(item.id())
                && !knowledge.stored().containsKey(item.id());
    }

    /**
     * The changes with what was asked put in, and parents where the feed keeps them to itself.
     *
     * @param answers items by number; one that was asked for and is not here is gone, which the feed will tell
     */
    static List<ItemRevision> closed(
            Collection<ItemRevision> changes,
            Set<Long> open,
            Map<Long, RemoteWorkItem> answers,
            Map<Long, ParentChange> parents,
            Map<Long, StoredItem> stored) {
        List<ItemRevision> closed = new ArrayList<>(changes.size());
        for (ItemRevision change : changes) {
            long id = change.item().id();
            RemoteWorkItem answer = answers.get(id);
            if (!open.contains(id)) {
                closed.add(new ItemRevision(
                        withParent(change.item(), parents.get(id), stored.get(id)), change.deleted(), true));
            } else if (answer != null) {
                closed.add(new ItemRevision(answer, false, true));
            }
        }
        return closed;
    }

    private static RemoteWorkItem withParent(
            RemoteWorkItem item, @Nullable ParentChange change, @Nullable StoredItem before) {
        if (item.parentId() != null) {
            return item;
        }
        if (change != null) {
            return change.made() ? item.withParent(change.parent()) : item;
        }
        Long parent = before == null ? null : before.parent();
        return parent == null ? item : item.withParent(parent);
    }
}
