package tallyfold.sync.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tallyfold.connection.ConnectionId;
import tallyfold.project.LinkId;
import tallyfold.sync.SyncRun;
import tallyfold.sync.SyncWarning;
import tallyfold.sync.internal.ChangeFeedRepository.Feed;
import tallyfold.workitem.StoredPage;
import tallyfold.workitem.WorkItemStore;

/**
 * Every write of a reading of the feed. Each method is one short transaction that first looks whether this reading is still
 * the newest, so that items, place and counts are stored together or not at all.
 */
@Component
class FeedApplier {

    private final TransactionTemplate transaction;
    private final ChangeFeedRepository feeds;
    private final SyncRunRepository runs;
    private final SyncWarningRepository warnings;
    private final WorkItemStore items;
    private final Clock clock;

    FeedApplier(
            TransactionTemplate transaction,
            ChangeFeedRepository feeds,
            SyncRunRepository runs,
            SyncWarningRepository warnings,
            WorkItemStore items,
            Clock clock) {
        this.transaction = transaction;
        this.feeds = feeds;
        this.runs = runs;
        this.warnings = warnings;
        this.items = items;
        this.clock = clock;
    }

    /** Takes up reading where the last one ended, and takes the right to write from whoever still has it. */
    Feed begin(ConnectionId connection) {
        return inTransaction(_ -> {
            Feed before = feeds.lock(connection).orElseThrow(StaleLeaseException::new);
            Feed taken = new Feed(connection, before.fence() + 1, before.revisionCursor(), before.parentCursor());
            feeds.update(taken);
            return taken;
        });
    }

    /** Stores what a plan says and moves the place of the feed; gives what it came to for each link. */
    Map<LinkId, FeedCounts> apply(Feed feed, FeedPlan plan, String revisionCursor, String parentCursor) {
        return fenced(feed, _ -> {
            Map<LinkId, FeedCounts> counts = new HashMap<>();
            plan.updates().forEach((link, changed) -> {
                StoredPage stored = items.store(link, changed);
                List<SyncWarning> odd = new ArrayList<>();
                changed.forEach(each -> each.item()
                        .warnings()
                        .forEach(what -> odd.add(new SyncWarning(each.item().id(), "ITEM_ODD", what))));
                counts.merge(
                        link.id(),
                        new FeedCounts(changed.size(), stored.added(), stored.changed(), 0, odd),
                        FeedCounts::plus);
            });
            plan.removals().forEach((link, gone) -> {
                items.markRemoved(link.id(), gone, now());
                counts.merge(link.id(), new FeedCounts(0, 0, 0, gone.size(), List.of()), FeedCounts::plus);
            });
            feeds.unfeed(plan.stale());
            feeds.update(new Feed(feed.connection(), feed.fence(), revisionCursor, parentCursor));
            return counts;
        });
    }

    /** Ends the runs of links that are up to date now. */
    void finish(Feed feed, List<SyncRun> done, Map<LinkId, FeedCounts> counts, Instant started, CostMeter cost) {
        fenced(feed, _ -> {
            boolean first = true;
            for (SyncRun run : done) {
                FeedCounts count = counts.getOrDefault(run.link(), FeedCounts.NONE);
                warnings.add(run.id(), count.warnings());
                runs.settle(run.id(), count.of(first ? cost.take() : RunCounts.FREE), started, now());
                first = false;
            }
            return done;
        });
    }

    private <T> T fenced(Feed feed, Function<Feed, T> work) {
        return inTransaction(_ -> work.apply(feeds.lock(feed.connection())
                .filter(found -> found.fence() == feed.fence())
                .orElseThrow(StaleLeaseException::new)));
    }

    private <T> T inTransaction(Function<Object, T> work) {
        return Objects.requireNonNull(transaction.execute(work::apply));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
