package tallyfold.sync.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tallyfold.connection.ConnectionId;
import tallyfold.project.Link;
import tallyfold.project.LinkId;
import tallyfold.project.LinkStore;
import tallyfold.provider.FeedPosition;
import tallyfold.provider.ItemRevision;
import tallyfold.provider.ParentChange;
import tallyfold.provider.ProviderException;
import tallyfold.provider.ProviderFailure;
import tallyfold.provider.ProviderSession;
import tallyfold.provider.RemoteProject;
import tallyfold.provider.RemoteProjectId;
import tallyfold.sync.SyncRun;
import tallyfold.sync.SyncTrigger;
import tallyfold.sync.internal.ChangeFeedRepository.Feed;
import tallyfold.workitem.KnownStructure;
import tallyfold.workitem.StoredItem;
import tallyfold.workitem.StructureStore;
import tallyfold.workitem.WorkItemStore;

/**
 * Brings the links of a connection up to date from its organization's feed of changes: a couple of questions for all of them
 * together, however many there are. What the feed cannot explain is left to a whole reading of the link.
 */
@Component
class ChangeFollower {

    /** A link is listed and compared as a whole once in this time, whatever the feed says. */
    static final Duration COMPARED_EVERY = Duration.ofHours(24);

    private static final Logger LOG = LoggerFactory.getLogger(ChangeFollower.class);

    /** From where the end of the feed is looked for the first time; what lies before need not be read. */
    private static final Duration RECENT = Duration.ofHours(1);

    private final ChangeFeedRepository feeds;
    private final FeedApplier applier;
    private final SyncRunRepository runs;
    private final LinkStore links;
    private final WorkItemStore items;
    private final StructureStore structures;
    private final RunEnd ends;
    private final EngineLifecycle lifecycle;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ChangeFollower(
            ChangeFeedRepository feeds,
            FeedApplier applier,
            SyncRunRepository runs,
            LinkStore links,
            WorkItemStore items,
            StructureStore structures,
            RunEnd ends,
            EngineLifecycle lifecycle,
            TransactionTemplate transaction,
            Clock clock) {
        this.feeds = feeds;
        this.applier = applier;
        this.runs = runs;
        this.links = links;
        this.items = items;
        this.structures = structures;
        this.ends = ends;
        this.lifecycle = lifecycle;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Reads the feed when a run waits that it can serve, and ends those runs. A feed that cannot be read, or makes no sense, is
     * forgotten: then links are read as a whole, as they are where there is no feed at all.
     *
     * @return false when the source system refused in a way that leaves nothing to try
     */
    boolean follow(ConnectionId connection, ProviderSession session) {
        try {
            Optional<Feed> feed = feeds.find(connection);
            if (feed.isEmpty()) {
                begin(connection, new FeedReader(session));
                return true;
            }
            Pass pass = new Pass(connection, new FeedReader(session), new CostMeter(session));
            if (!pass.waiting().isEmpty()) {
                pass.run(applier.begin(connection));
            }
            return true;
        } catch (StaleLeaseException _) {
            LOG.info("Another reading of the feed of connection {} took over", connection.value());
            return true;
        } catch (ProviderException e) {
            return refused(connection, e.failure());
        }
    }

    /** Notes where the feed ends, before anything is read that what comes behind will add to. */
    private void begin(ConnectionId connection, FeedReader reader) {
        FeedPosition recent = new FeedPosition.Since(clock.instant().minus(RECENT));
        String revisions = reader.end(recent);
        String parents = reader.parents(recent).cursor();
        List<RemoteProject> projects = reader.projects();
        transaction.executeWithoutResult(_ -> {
            feeds.erase(connection);
            feeds.insert(new Feed(connection, 1, revisions, parents));
            feeds.storeProjects(connection, projects);
        });
    }

    private boolean refused(ConnectionId connection, ProviderFailure failure) {
        switch (failure) {
            case ProviderFailure.UnexpectedAnswer _, ProviderFailure.NotFound _ -> {
                if (RunEnd.concernsConnection(failure)) {
                    break;
                }
                LOG.warn("The feed of connection {} cannot be read: {}", connection.value(), failure.code());
                transaction.executeWithoutResult(_ -> feeds.erase(connection));
                return true;
            }
            case ProviderFailure.TokenRejected _,
                    ProviderFailure.ScopeMissing _,
                    ProviderFailure.PolicyBlocked _,
                    ProviderFailure.Throttled _,
                    ProviderFailure.Unreachable _ -> {
                // Whatever else would be asked now would be refused likewise.
            }
        }
        ends.refused(connection, failure);
        ends.failWaiting(connection, failure);
        return false;
    }

    /** One reading. */
    private final class Pass {

        private final ConnectionId connection;
        private final FeedReader reader;
        private final CostMeter cost;
        private final Instant started = clock.instant().truncatedTo(ChronoUnit.MICROS);
        private final Map<LinkId, Link> fed;
        private final Map<LinkId, KnownStructure> known = new HashMap<>();
        private final Map<LinkId, FeedCounts> counts = new HashMap<>();
        private Map<String, RemoteProjectId> projects;
        private boolean projectsRead;

        Pass(ConnectionId connection, FeedReader reader, CostMeter cost) {
            this.connection = connection;
            this.reader = reader;
            this.cost = cost;
            List<Link> loaded = links.ofConnection(connection).stream()
                    .filter(link -> link.loaded() != null)
                    .toList();
            Set<LinkId> living = feeds.fed(loaded, started.minus(COMPARED_EVERY));
            this.fed = loaded.stream()
                    .filter(link -> living.contains(link.id()))
                    .collect(Collectors.toMap(Link::id, Function.identity()));
            this.projects = feeds.projects(connection);
        }

        List<SyncRun> waiting() {
            return runs.unfinished(connection).stream()
                    .filter(run -> run.trigger() != SyncTrigger.FIRST && fed.containsKey(run.link()))
                    .toList();
        }

        void run(Feed feed) {
            FeedReader.Parents parents = reader.parents(new FeedPosition.After(feed.parentCursor()));
            Set<Long> untold = new HashSet<>(parents.changes().keySet());
            String end = reader.revisions(new FeedPosition.After(feed.revisionCursor()), page -> {
                Collection<ItemRevision> newest = FeedPlan.newest(page.changes());
                newest.forEach(each -> untold.remove(each.item().id()));
                if (!newest.isEmpty()) {
                    apply(feed, newest, parents.changes(), page.cursor(), feed.parentCursor());
                }
                return !lifecycle.isStopping() && !Thread.currentThread().isInterrupted();
            });
            if (lifecycle.isStopping() || Thread.currentThread().isInterrupted()) {
                return;
            }
            // A link may be made or removed without a revision of the items; then these are asked for by number.
            Collection<ItemRevision> children =
                    reader.byNumber(items.stored(connection, untold).keySet(), lifecycle::isStopping).values().stream()
                            .map(item -> new ItemRevision(item, false, true))
                            .toList();
            apply(feed, children, Map.of(), end, parents.cursor());
            finish(feed);
        }

        private void apply(
                Feed feed,
                Collection<ItemRevision> newest,
                Map<Long, ParentChange> parents,
                String revisionCursor,
                String parentCursor) {
            Map<Long, StoredItem> stored = items.stored(
                    connection, newest.stream().map(each -> each.item().id()).toList());
            List<ItemRevision> changes = reader.completed(newest, parents, stored, lifecycle::isStopping);
            learnProjects(changes);
            fed.values().stream().filter(Link::whole).forEach(this::learnStructure);
            FeedPlan plan = FeedPlan.of(changes, new FeedPlan.Knowledge(fed.values(), stored, projects, known));
            applier.apply(feed, plan, revisionCursor, parentCursor)
                    .forEach((link, count) -> counts.merge(link, count, FeedCounts::plus));
            plan.stale().forEach(fed::remove);
        }

        /** Names that nobody has heard of belong to new projects, or to old ones that were renamed. */
        private void learnProjects(Collection<ItemRevision> changes) {
            boolean news = changes.stream()
                    .map(each -> ChangeFeedRepository.key(each.item().projectName()))
                    .anyMatch(name -> !projects.containsKey(name));
            if (!news || projectsRead) {
                return;
            }
            projectsRead = true;
            List<RemoteProject> all = reader.projects();
            projects = Objects.requireNonNull(transaction.execute(_ -> {
                feeds.storeProjects(connection, all);
                return feeds.projects(connection);
            }));
        }

        private void learnStructure(Link link) {
            known.computeIfAbsent(link.id(), structures::known);
        }

        /** Ends the runs of links that are up to date; those that became stale wait on for a whole reading. */
        private void finish(Feed feed) {
            List<SyncRun> done = waiting();
            applier.finish(feed, done, counts, started, cost);
            done.forEach(run -> ends.told(run.id()));
            ends.worked(connection);
        }
    }
}
