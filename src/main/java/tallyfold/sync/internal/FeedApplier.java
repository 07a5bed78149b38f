package tallyfold.sync.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tallyfold.connection.ConnectionId;
import tallyfold.project.LinkId;
import tallyfold.provider.RemoteProject;
import tallyfold.provider.RemoteWorkItem;
import tallyfold.provider.SessionCost;
import tallyfold.sync.SyncRun;
import tallyfold.sync.SyncRunId;
import tallyfold.sync.SyncWarning;
import tallyfold.sync.internal.ChangeFeedRepository.Feed;
import tallyfold.workitem.StoredPage;
import tallyfold.workitem.WorkItemStore;

/**
 * Every write of a reading of the feed. Each method is one short transaction that first looks whether this reading is still
 * the newest and which links are still there, so that items, place and counts are stored together or not at all.
 */
@Component
class FeedApplier {

    private static final Logger LOG = LoggerFactory.getLogger(FeedApplier.class);

    private final TransactionTemplate transaction;
    private final ChangeFeedRepository feeds;
    private final FedLinkRepository fed;
    private final SyncRunRepository runs;
    private final SyncWarningRepository warnings;
    private final WorkItemStore items;
    private final Clock clock;

    FeedApplier(
            TransactionTemplate transaction,
            ChangeFeedRepository feeds,
            FedLinkRepository fed,
            SyncRunRepository runs,
            SyncWarningRepository warnings,
            WorkItemStore items,
            Clock clock) {
        this.transaction = transaction;
        this.feeds = feeds;
        this.fed = fed;
        this.runs = runs;
        this.warnings = warnings;
        this.items = items;
        this.clock = clock;
    }

    /** Begins to follow a feed at a place before which everything is yet to be read. */
    void start(Feed feed, List<RemoteProject> projects) {
        transaction.executeWithoutResult(_ -> {
            erase(feed.connection());
            feeds.insert(feed);
            feeds.storeProjects(feed.connection(), projects, feed.projectsRead());
        });
    }

    /** Forgets how far a feed was read: every link is read as a whole again. */
    void forget(ConnectionId connection) {
        transaction.executeWithoutResult(_ -> erase(connection));
    }

    private void erase(ConnectionId connection) {
        feeds.erase(connection);
        fed.erase(connection);
    }

    /** Takes up reading where the last one ended, and takes the right to write from whoever still has it. */
    Feed begin(ConnectionId connection) {
        return inTransaction(() -> {
            Feed before = feeds.lock(connection).orElseThrow(StaleLeaseException::new);
            UUID reading = UUID.randomUUID();
            feeds.pass(connection, reading);
            return before.of(reading);
        });
    }

    void keepProjects(Feed feed, List<RemoteProject> projects, Instant read) {
        fenced(feed, () -> {
            feeds.storeProjects(feed.connection(), projects, read);
            return feed;
        });
    }

    /** Has links read as a whole, wherever the feed is. */
    void drop(Feed feed, Collection<LinkId> stale) {
        fenced(feed, () -> {
            fed.remove(stale);
            return feed;
        });
    }

    /**
     * Stores what a plan says and moves the place of the feed.
     *
     * @param states revisions of stored items, for the changes of state in them
     * @param counting the runs that count what happens to links
     * @return what was done of the plan: links that went meanwhile are left alone, and where the database refuses something
     *     all that is concerned has to be read as a whole
     */
    FeedPlan apply(Feed feed, FeedPlan plan, Collection<RemoteWorkItem> states, Map<LinkId, SyncRunId> counting) {
        try {
            return fenced(feed, () -> store(feed, plan, states, counting));
        } catch (DataIntegrityViolationException e) {
            LOG.warn(
                    "A change at connection {} cannot be stored",
                    feed.connection().value(),
                    e);
            FeedPlan none = FeedPlan.stale(plan.concerned());
            return fenced(feed, () -> store(feed, none, List.of(), counting));
        }
    }

    private FeedPlan store(
            Feed feed, FeedPlan plan, Collection<RemoteWorkItem> states, Map<LinkId, SyncRunId> counting) {
        Set<LinkId> there = plan.concerned().isEmpty() ? Set.of() : fed.lock(feed.connection());
        FeedPlan left = plan.only(there);
        left.updates().forEach((link, changed) -> {
            StoredPage stored = items.store(link, changed);
            List<SyncWarning> odd = new ArrayList<>();
            changed.forEach(each -> each.item()
                    .warnings()
                    .forEach(what -> odd.add(new SyncWarning(each.item().id(), "ITEM_ODD", what))));
            count(
                    counting.get(link.id()),
                    new RunCounts(changed.size(), stored.added(), stored.changed(), 0, odd.size(), RunCounts.FREE),
                    odd);
        });
        left.removals().forEach((link, gone) -> {
            items.markRemoved(link, gone, now());
            count(counting.get(link.id()), RunCounts.removed(gone.size(), 0, RunCounts.FREE), List.of());
        });
        items.keepStates(feed.connection(), states);
        fed.remove(left.stale());
        feeds.move(feed);
        return left;
    }

    private void count(@Nullable SyncRunId run, RunCounts counts, List<SyncWarning> odd) {
        if (run != null) {
            warnings.add(run, odd);
            runs.count(run, counts);
        }
    }

    /** Ends runs whose links are up to date now; says which of them did end. */
    Set<SyncRunId> finish(Feed feed, List<SyncRun> done, Instant started, SessionCost cost) {
        return fenced(feed, () -> {
            feeds.move(feed);
            Set<LinkId> there = fed.lock(feed.connection());
            List<SyncRunId> ended = done.stream()
                    .filter(run -> there.contains(run.link()))
                    .map(SyncRun::id)
                    .toList();
            if (!ended.isEmpty()) {
                runs.count(ended.getFirst(), new RunCounts(0, 0, 0, 0, 0, cost));
                runs.settle(ended, started, now());
            }
            return new HashSet<>(ended);
        });
    }

    private <T> T fenced(Feed feed, Supplier<T> work) {
        return inTransaction(() -> {
            boolean newest = feeds.lock(feed.connection())
                    .filter(found -> found.reading().equals(feed.reading()))
                    .isPresent();
            if (!newest) {
                throw new StaleLeaseException();
            }
            return work.get();
        });
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(_ -> work.get()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
