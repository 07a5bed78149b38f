package tallyfold.sync.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tallyfold.project.Link;
import tallyfold.project.LinkId;
import tallyfold.provider.ElementKind;
import tallyfold.provider.ItemRevision;
import tallyfold.provider.RemoteProjectId;
import tallyfold.provider.RemoteWorkItem;
import tallyfold.provider.StateCategory;
import tallyfold.workitem.KnownStructure;
import tallyfold.workitem.ReadWorkItem;
import tallyfold.workitem.StoredItem;

/**
 * What becomes of the links of a connection when some items have changed. A link to a whole project follows item by item; for
 * any other one, and where something is news that only the project's structure explains, the link is stale: it has to be read
 * as a whole. Pure.
 */
final class FeedPlan {

    private final Map<Link, List<ReadWorkItem>> updates = new LinkedHashMap<>();
    private final Map<Link, Set<Long>> removals = new LinkedHashMap<>();
    private final Set<LinkId> stale = new HashSet<>();

    /**
     * What the plan is made from.
     *
     * @param links the links that live from the feed
     * @param stored what is stored of the changed items
     * @param projects the projects by the names of today, see {@link ChangeFeedRepository#key}
     * @param structures what is known of each link to a whole project
     */
    record Knowledge(
            Collection<Link> links,
            Map<Long, StoredItem> stored,
            Map<String, RemoteProjectId> projects,
            Map<LinkId, KnownStructure> structures) {}

    /** @param changes of each item the newest */
    static FeedPlan of(Collection<ItemRevision> changes, Knowledge knowledge) {
        FeedPlan plan = new FeedPlan();
        for (ItemRevision change : changes) {
            StoredItem stored = knowledge.stored().get(change.item().id());
            // What is stored may be newer than this place of the feed; the feed comes there too.
            if (stored == null || stored.rev() <= change.item().rev()) {
                Set<LinkId> shownBy = stored == null ? Set.of() : stored.links();
                for (Link link : knowledge.links()) {
                    plan.follow(link, change, shownBy.contains(link.id()), knowledge);
                }
            }
        }
        return plan;
    }

    private void follow(Link link, ItemRevision change, boolean shown, Knowledge knowledge) {
        RemoteWorkItem item = change.item();
        RemoteProjectId project = knowledge.projects().get(ChangeFeedRepository.key(item.projectName()));
        boolean here = link.remoteProject().equals(project);
        if (!link.whole()) {
            if (shown || here || reachesElsewhere(link)) {
                stale.add(link.id());
            }
            return;
        }
        if (change.deleted() || !here) {
            if (shown) {
                removals.computeIfAbsent(link, _ -> new HashSet<>()).add(item.id());
                forget(link, item.id());
            }
            return;
        }
        KnownStructure structure = knowledge.structures().get(link.id());
        boolean renamed = !link.remoteName().equalsIgnoreCase(item.projectName());
        if (renamed || structure == null || !structure.covers(item)) {
            stale.add(link.id());
            return;
        }
        StateCategory category = structure.category(item).orElseThrow();
        updates.computeIfAbsent(link, _ -> new ArrayList<>()).add(new ReadWorkItem(item, category));
    }

    private void forget(Link link, long id) {
        updates.getOrDefault(link, List.of()).removeIf(each -> each.item().id() == id);
    }

    /** Trees and queries do not stop at the border of a project. */
    private static boolean reachesElsewhere(Link link) {
        return link.elements().stream()
                .map(each -> each.element().kind())
                .anyMatch(kind -> kind == ElementKind.WORK_ITEM || kind == ElementKind.QUERY);
    }

    Map<Link, List<ReadWorkItem>> updates() {
        return updates;
    }

    Map<Link, Set<Long>> removals() {
        return removals;
    }

    /** Links that have to be read as a whole. */
    Set<LinkId> stale() {
        return stale;
    }

    /** Of each item the newest revision, in the order of the feed. */
    static Collection<ItemRevision> newest(Collection<ItemRevision> revisions) {
        Map<Long, ItemRevision> newest = new HashMap<>();
        revisions.forEach(each -> newest.merge(
                each.item().id(), each, (a, b) -> b.item().rev() >= a.item().rev() ? b : a));
        return newest.values();
    }
}
