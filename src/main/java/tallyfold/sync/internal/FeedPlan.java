package tallyfold.sync.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tallyfold.project.Link;
import tallyfold.project.LinkId;
import tallyfold.provider.ElementKind;
import tallyfold.provider.ItemRevision;
import tallyfold.provider.RemoteProjectId;
import tallyfold.provider.RemoteWorkItem;
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
     * What a plan is made from.
     *
     * @param links the links that the feed keeps up
     * @param stored what is stored of the changed items
     * @param projects the projects by the names of today, see {@link ChangeFeedRepository#key}
     * @param structures what is known of a link to a whole project
     */
    record Knowledge(
            Collection<Link> links,
            Map<Long, StoredItem> stored,
            Map<String, RemoteProjectId> projects,
            Function<LinkId, KnownStructure> structures) {

        @Nullable
        RemoteProjectId projectOf(RemoteWorkItem item) {
            return projects.get(ChangeFeedRepository.key(item.projectName()));
        }

        /** What is stored may be newer than this place of the feed, which comes there too. */
        boolean isPassed(ItemRevision change) {
            StoredItem before = stored.get(change.item().id());
            return before != null && before.rev() > change.item().rev();
        }

        boolean isShown(Link link, long item) {
            StoredItem before = stored.get(item);
            return before != null && before.links().contains(link.id());
        }
    }

    private FeedPlan() {}

    /**
     * Plans what the feed said.
     *
     * @param changes of each item the newest
     * @param asked items that were asked for by number: of the same revision as stored, they may still read differently
     */
    static FeedPlan of(Collection<ItemRevision> changes, Set<Long> asked, Knowledge knowledge) {
        FeedPlan plan = new FeedPlan();
        for (ItemRevision change : changes) {
            if (!knowledge.isPassed(change)) {
                boolean again = !asked.contains(change.item().id());
                knowledge.links().forEach(link -> plan.follow(link, change, again, knowledge));
            }
        }
        return plan;
    }

    /** Nothing but links that have to be read as a whole. */
    static FeedPlan stale(Collection<LinkId> links) {
        FeedPlan plan = new FeedPlan();
        plan.stale.addAll(links);
        return plan;
    }

    /** The same, as far as it concerns some links. */
    FeedPlan only(Set<LinkId> links) {
        FeedPlan plan = new FeedPlan();
        updates.forEach((link, changed) -> {
            if (links.contains(link.id())) {
                plan.updates.put(link, changed);
            }
        });
        removals.forEach((link, gone) -> {
            if (links.contains(link.id())) {
                plan.removals.put(link, gone);
            }
        });
        stale.stream().filter(links::contains).forEach(plan.stale::add);
        return plan;
    }

    private void follow(Link link, ItemRevision change, boolean again, Knowledge knowledge) {
        RemoteWorkItem item = change.item();
        RemoteProjectId project = knowledge.projectOf(item);
        boolean here = link.remoteProject().equals(project);
        boolean shown = knowledge.isShown(link, item.id());
        if (!link.whole()) {
            if (shown || here || reachesElsewhere(link)) {
                stale.add(link.id());
            }
        } else if (change.deleted() || (project != null && !here)) {
            if (shown) {
                removals.computeIfAbsent(link, _ -> new HashSet<>()).add(item.id());
            }
        } else if (here) {
            StoredItem before = knowledge.stored().get(item.id());
            boolean told = again && shown && before != null && before.rev() == item.rev();
            if (!told) {
                update(link, item, knowledge.structures().apply(link.id()));
            }
        } else if (shown) {
            // In a project that has no name among those known: nothing can be said of it.
            stale.add(link.id());
        }
    }

    private void update(Link link, RemoteWorkItem item, KnownStructure structure) {
        if (!structure.covers(item)) {
            stale.add(link.id());
            return;
        }
        updates.computeIfAbsent(link, _ -> new ArrayList<>())
                .add(new ReadWorkItem(item, structure.category(item).orElseThrow()));
    }

    /** Whether a link may show items of any project: trees and queries do not stop at a border. */
    static boolean reachesElsewhere(Link link) {
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

    /** The items that links take in or take anew. */
    Set<Long> taken() {
        Set<Long> taken = new HashSet<>();
        updates.values()
                .forEach(
                        changed -> changed.forEach(each -> taken.add(each.item().id())));
        return taken;
    }

    /** Links that have to be read as a whole. */
    Set<LinkId> stale() {
        return stale;
    }

    /** Every link that is concerned in any way. */
    Set<LinkId> concerned() {
        Set<LinkId> all = new HashSet<>(stale);
        updates.keySet().forEach(link -> all.add(link.id()));
        removals.keySet().forEach(link -> all.add(link.id()));
        return all;
    }

    /** Of each item the newest revision, in the order of the feed. */
    static Collection<ItemRevision> newest(Collection<ItemRevision> revisions) {
        Map<Long, ItemRevision> newest = new LinkedHashMap<>();
        revisions.forEach(each -> newest.merge(
                each.item().id(), each, (a, b) -> b.item().rev() >= a.item().rev() ? b : a));
        return newest.values();
    }
}
