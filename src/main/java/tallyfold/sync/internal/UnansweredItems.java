package tallyfold.sync.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tallyfold.project.Link;
import tallyfold.project.LinkId;
import tallyfold.provider.ItemRevision;
import tallyfold.provider.RemoteProjectId;
import tallyfold.provider.RemoteWorkItem;
import tallyfold.workitem.StoredItem;

/**
 * What was asked for by number and not answered. It may be gone, and the answer may have been cut short; the feed will not come
 * back to it, so the links concerned have to be read as a whole, which tells the one from the other.
 */
final class UnansweredItems {

    private UnansweredItems() {}

    /** Links that show one of the items. */
    static List<LinkId> showing(
            Collection<Long> asked, Map<Long, RemoteWorkItem> answers, Map<Long, StoredItem> stored) {
        return asked.stream()
                .filter(id -> !answers.containsKey(id))
                .map(stored::get)
                .filter(Objects::nonNull)
                .flatMap(item -> item.links().stream())
                .distinct()
                .toList();
    }

    /** Links to the whole of the projects in which the feed has seen one of the items. */
    static List<LinkId> within(
            Collection<Long> asked,
            Map<Long, RemoteWorkItem> answers,
            Collection<ItemRevision> told,
            FeedPlan.Knowledge knowledge) {
        List<RemoteProjectId> projects = told.stream()
                .map(ItemRevision::item)
                .filter(item -> asked.contains(item.id()) && !answers.containsKey(item.id()))
                .map(knowledge::projectOf)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return knowledge.links().stream()
                .filter(link -> link.whole() && projects.contains(link.remoteProject()))
                .map(Link::id)
                .toList();
    }
}
