package tallyfold.sync.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tallyfold.connection.ConnectionId;
import tallyfold.project.Link;
import tallyfold.project.LinkId;
import tallyfold.provider.ChangePage;
import tallyfold.provider.ElementKind;
import tallyfold.provider.FeedPosition;
import tallyfold.provider.ItemRevision;
import tallyfold.provider.ParentChange;
import tallyfold.provider.RemoteProject;
import tallyfold.provider.RemoteProjectId;
import tallyfold.provider.RemoteWorkItem;
import tallyfold.sync.SyncRun;
import tallyfold.sync.SyncRunId;
import tallyfold.sync.SyncTrigger;
import tallyfold.sync.internal.ChangeFeedRepository.Feed;
import tallyfold.sync.internal.FedLinkRepository.FedLink;
import tallyfold.workitem.KnownStructure;
import tallyfold.workitem.StoredItem;

/** One reading of a feed, from where the last one ended. */
final class FeedPass {

    /** A link is listed and compared as a whole once in this time, whatever the feed says. */
    static final Duration COMPARED_EVERY = Duration.ofHours(24);

    /** Names of projects are looked at once in this time, because a rename or an end need not show in any item. */
    static final Duration PROJECTS_EVERY = Duration.ofHours(1);

    private static final int ASKED_AT_ONCE = 1_000;

    private final ConnectionId connection;
    private final FeedReader reader;
    private final FeedSurroundings around;
    private final Map<LinkId, LinkLoad> loads;
    private final Instant started;
    private final Map<LinkId, Link> links = new LinkedHashMap<>();
    private final Set<LinkId> compared = new HashSet<>();
    private final Map<LinkId, KnownStructure> structures = new HashMap<>();
    private final Map<LinkId, SyncRunId> counting = new HashMap<>();
    private Map<String, RemoteProjectId> projects;
    private boolean projectsRead;

    /** @param loads the links that are being read as a whole meanwhile */
    FeedPass(ConnectionId connection, FeedReader reader, FeedSurroundings around, Map<LinkId, LinkLoad> loads) {
        this.connection = connection;
        this.reader = reader;
        this.around = around;
        this.loads = loads;
        this.started = around.clock().instant().truncatedTo(ChronoUnit.MICROS);
        this.projects = around.feeds().projects(connection);
        Map<LinkId, FedLink> fed = around.fed().ofConnection(connection);
        for (Link link : around.links().ofConnection(connection)) {
            FedLink row = fed.get(link.id());
            if (row != null && row.selection().equals(SelectionMark.of(link))) {
                links.put(link.id(), link);
                if (row.compared() != null && row.compared().isAfter(started.minus(COMPARED_EVERY))) {
                    compared.add(link.id());
                }
            }
        }
    }

    /** The runs that want nothing but what the feed tells. */
    List<SyncRun> servable(Collection<SyncRun> runs) {
        return runs.stream()
                .filter(run -> compared.contains(run.link()) && tellsEnough(links.get(run.link()), run.trigger()))
                .toList();
    }

    /**
     * What parts cover may change without any item that does: people who ask get it looked at, and the schedule too where a query
     * says what is covered.
     */
    private static boolean tellsEnough(@Nullable Link link, SyncTrigger trigger) {
        return link != null
                && (link.whole()
                        || (trigger == SyncTrigger.SCHEDULE
                                && link.elements().stream()
                                        .noneMatch(each -> each.element().kind() == ElementKind.QUERY)));
    }

    /**
     * Reads to the end of the feed and ends the given runs.
     *
     * @return those of the runs whose links have to be read as a whole after all; none when the product stops, then all wait
     */
    List<SyncRun> run(List<SyncRun> served, CostMeter cost) throws InterruptedException {
        served.forEach(run -> counting.putIfAbsent(run.link(), run.id()));
        Feed feed = around.applier().begin(connection);
        if (!misnamed().isEmpty() || !feed.projectsRead().plus(PROJECTS_EVERY).isAfter(started)) {
            learnProjects(feed);
        }
        dropMisnamed(feed);
        FeedPosition revisions = new FeedPosition.After(feed.revisionCursor());
        try (Early<ChangePage<ItemRevision>> first = reader.early(revisions)) {
            FeedReader.Parents parents = reader.parents(new FeedPosition.After(feed.parentCursor()));
            return read(feed, served, cost, parents, revisions, first);
        }
    }

    private List<SyncRun> read(
            Feed feed,
            List<SyncRun> served,
            CostMeter cost,
            FeedReader.Parents parents,
            FeedPosition revisions,
            Early<ChangePage<ItemRevision>> first)
            throws InterruptedException {
        Set<Long> untold = new HashSet<>(parents.changes().keySet());
        String end = reader.revisions(revisions, first, page -> {
            page.changes().forEach(change -> untold.remove(change.item().id()));
            if (!page.changes().isEmpty()) {
                apply(feed.at(page.cursor(), feed.parentCursor()), page.changes(), parents.changes());
            }
            return goesOn();
        });
        askForUntold(feed.at(end, feed.parentCursor()), List.copyOf(untold));
        if (!goesOn()) {
            return List.of();
        }
        if (!parents.changes().isEmpty()) {
            drop(feed.at(end, feed.parentCursor()), reachingElsewhere());
        }
        return finish(feed.at(end, parents.cursor()), served, cost);
    }

    private boolean goesOn() {
        return !around.lifecycle().isStopping();
    }

    /** A link may be made or removed without a revision of the items; then these are asked for by number. */
    private void askForUntold(Feed feed, List<Long> untold) throws InterruptedException {
        List<Long> known = List.copyOf(around.items().stored(connection, untold).keySet());
        for (int from = 0; from < known.size() && goesOn(); from += ASKED_AT_ONCE) {
            List<Long> some = known.subList(from, Math.min(from + ASKED_AT_ONCE, known.size()));
            Map<Long, StoredItem> stored = around.items().stored(connection, some);
            Map<Long, RemoteWorkItem> answers = reader.byNumber(some);
            drop(feed, UnansweredItems.showing(some, answers, stored));
            List<ItemRevision> asked = answers.values().stream()
                    .map(item -> new ItemRevision(item, false, true))
                    .toList();
            store(feed, asked, Set.copyOf(some), stored, asked);
        }
    }

    private void apply(Feed feed, List<ItemRevision> told, Map<Long, ParentChange> parents)
            throws InterruptedException {
        Collection<ItemRevision> newest = FeedPlan.newest(told);
        Map<Long, StoredItem> stored = around.items()
                .stored(
                        connection,
                        newest.stream().map(change -> change.item().id()).toList());
        learnProjects(feed, newest, stored);
        Set<Long> open = FeedDetails.open(newest, parents, knowledge(stored));
        Map<Long, RemoteWorkItem> answers = reader.byNumber(open);
        drop(feed, UnansweredItems.within(open, answers, newest, knowledge(stored)));
        List<ItemRevision> closed = FeedDetails.closed(newest, open, answers, parents, stored);
        learnProjects(feed, closed, stored);
        store(feed, closed, open, stored, told);
    }

    private void store(
            Feed feed,
            Collection<ItemRevision> changes,
            Set<Long> asked,
            Map<Long, StoredItem> stored,
            Collection<ItemRevision> told) {
        FeedPlan plan = FeedPlan.of(changes, asked, knowledge(stored));
        Set<Long> taken = plan.taken();
        List<RemoteWorkItem> states = told.stream()
                .map(ItemRevision::item)
                .filter(item -> stored.containsKey(item.id()) || taken.contains(item.id()))
                .toList();
        FeedPlan done = around.applier().apply(feed, plan, states, counting);
        done.stale().forEach(links::remove);
        Set<Long> ids = changes.stream().map(change -> change.item().id()).collect(Collectors.toSet());
        loads.forEach((id, load) -> {
            Link link = links.get(id);
            if (link != null && link.whole()) {
                load.leaveToFeed(ids);
            }
        });
    }

    private FeedPlan.Knowledge knowledge(Map<Long, StoredItem> stored) {
        return new FeedPlan.Knowledge(links.values(), stored, projects, this::structure);
    }

    private KnownStructure structure(LinkId link) {
        return structures.computeIfAbsent(link, around.structures()::known);
    }

    /**
     * Names that nobody has heard of belong to new projects, or to old ones that were renamed; and a name that brings an item may
     * have passed on to another project.
     */
    private void learnProjects(Feed feed, Collection<ItemRevision> changes, Map<Long, StoredItem> stored)
            throws InterruptedException {
        FeedPlan.Knowledge known = knowledge(stored);
        boolean news = changes.stream().anyMatch(change -> {
            RemoteProjectId project = known.projectOf(change.item());
            return project == null || (!change.deleted() && bringsItem(known, project, change.item()));
        });
        if (news && !projectsRead) {
            learnProjects(feed);
            dropMisnamed(feed);
        }
    }

    private boolean bringsItem(FeedPlan.Knowledge known, RemoteProjectId project, RemoteWorkItem item) {
        return links.values().stream()
                .anyMatch(link ->
                        link.whole() && link.remoteProject().equals(project) && !known.isShown(link, item.id()));
    }

    private void learnProjects(Feed feed) throws InterruptedException {
        projectsRead = true;
        List<RemoteProject> all = reader.projects();
        around.applier().keepProjects(feed, all, started);
        projects = around.feeds().projects(connection);
    }

    private void dropMisnamed(Feed feed) {
        drop(feed, misnamed());
    }

    /** Links whose projects are gone or have other names, as far as is known. */
    private List<LinkId> misnamed() {
        return links.values().stream()
                .filter(link -> !link.remoteProject().equals(projects.get(ChangeFeedRepository.key(link.remoteName()))))
                .map(Link::id)
                .toList();
    }

    private List<LinkId> reachingElsewhere() {
        return links.values().stream()
                .filter(FeedPlan::reachesElsewhere)
                .map(Link::id)
                .toList();
    }

    private void drop(Feed feed, Collection<LinkId> stale) {
        if (!stale.isEmpty()) {
            around.applier().drop(feed, stale);
            stale.forEach(links::remove);
        }
    }

    private List<SyncRun> finish(Feed feed, List<SyncRun> served, CostMeter cost) {
        List<SyncRun> wanted =
                served.stream().filter(run -> links.containsKey(run.link())).toList();
        Set<SyncRunId> ended = around.applier().finish(feed, wanted, started, cost.take());
        around.ends().told(ended);
        around.ends().worked(connection);
        List<SyncRun> left = new ArrayList<>(served);
        left.removeIf(run -> ended.contains(run.id()));
        return left;
    }
}
