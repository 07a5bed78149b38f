package tallyfold.sync.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tallyfold.project.Link;
import tallyfold.project.LinkId;
import tallyfold.project.LinkStore;
import tallyfold.provider.Element;
import tallyfold.provider.SessionCost;
import tallyfold.sync.SyncRun;
import tallyfold.sync.SyncRunStatus;
import tallyfold.sync.SyncWarning;
import tallyfold.sync.internal.CheckpointRepository.Checkpoint;
import tallyfold.workitem.MappedFieldStore;
import tallyfold.workitem.ReadWorkItem;
import tallyfold.workitem.StoredPage;
import tallyfold.workitem.WorkItemStore;

/**
 * Every write of a run. Each method is one short transaction that first looks whether the lease still holds, so that rows,
 * checkpoint and counts are stored together or not at all and a process that slept cannot write over its successor.
 */
@Component
class PageApplier {

    /** Warnings that say that something of the source is not stored. */
    private static final Set<String> INCOMPLETE = Set.of(
            "ELEMENT_UNREADABLE", "ITEM_UNREADABLE", "ITEM_NOT_DELIVERED", "ITEM_NOT_STORABLE", "REMOVAL_REFUSED");

    private final TransactionTemplate transaction;
    private final Fence fence;
    private final CheckpointRepository checkpoints;
    private final SyncRunRepository runs;
    private final SyncWarningRepository warnings;
    private final WorkItemStore items;
    private final LinkStore links;
    private final FedLinkRepository fed;
    private final MappedFieldStore fields;
    private final Clock clock;

    PageApplier(
            TransactionTemplate transaction,
            Fence fence,
            CheckpointRepository checkpoints,
            SyncRunRepository runs,
            SyncWarningRepository warnings,
            WorkItemStore items,
            LinkStore links,
            FedLinkRepository fed,
            MappedFieldStore fields,
            Clock clock) {
        this.fed = fed;
        this.fields = fields;
        this.transaction = transaction;
        this.fence = fence;
        this.checkpoints = checkpoints;
        this.runs = runs;
        this.warnings = warnings;
        this.items = items;
        this.links = links;
        this.clock = clock;
    }

    /**
     * Takes a run up, for the first time or again; empty when it was cancelled meanwhile. It goes on where it was, unless
     * the link covers something else by now: then ids behind which it seems to be were never asked for.
     */
    Optional<Lease> begin(SyncRun run, Link link) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            Optional<Checkpoint> before = checkpoints.lock(link.id());
            if (!runs.begin(run.id(), now())) {
                return Optional.empty();
            }
            String selection = SelectionMark.of(link);
            boolean goesOn = before.filter(checkpoint -> checkpoint.run().equals(run.id())
                            && checkpoint.selection().equals(selection))
                    .isPresent();
            Checkpoint taken = new Checkpoint(
                    run.id(),
                    selection,
                    before.map(Checkpoint::fence).orElse(0L) + 1,
                    goesOn ? before.get().afterId() : 0);
            if (!goesOn) {
                fed.begin(link);
            }
            if (before.isPresent()) {
                checkpoints.update(link.id(), taken);
            } else {
                checkpoints.insert(link.id(), taken);
            }
            return Optional.of(new Lease(link, run.id(), taken.fence(), taken.afterId()));
        }));
    }

    void expect(Lease lease, int expected, SessionCost cost) {
        fence.write(lease, _ -> {
            runs.expect(lease.run(), expected);
            runs.count(lease.run(), new RunCounts(0, 0, 0, 0, 0, cost));
            return lease;
        });
    }

    /** Stores pages that follow the checkpoint without a gap, and moves it behind them. */
    void apply(Lease lease, List<ReadPage> pages, SessionCost cost) {
        List<ReadWorkItem> read =
                pages.stream().flatMap(page -> page.items().stream()).toList();
        List<SyncWarning> odd = new ArrayList<>(
                pages.stream().flatMap(page -> page.warnings().stream()).toList());
        try {
            fence.write(lease, before -> {
                StoredPage stored = store(lease, read, odd);
                return advance(lease, before, pages, odd, stored.added(), stored.changed(), cost);
            });
        } catch (DataIntegrityViolationException _) {
            // An item that the database refuses must not take its neighbours along: one by one, each on its own.
            int added = 0;
            int changed = 0;
            for (ReadWorkItem one : read) {
                StoredPage stored = storeAlone(lease, one, odd);
                added += stored.added();
                changed += stored.changed();
            }
            int addedInAll = added;
            int changedInAll = changed;
            fence.write(lease, before -> advance(lease, before, pages, odd, addedInAll, changedInAll, cost));
        }
    }

    private StoredPage storeAlone(Lease lease, ReadWorkItem one, List<SyncWarning> odd) {
        List<SyncWarning> more = new ArrayList<>();
        try {
            StoredPage stored = fence.write(lease, _ -> store(lease, List.of(one), more));
            odd.addAll(more);
            return stored;
        } catch (DataIntegrityViolationException _) {
            odd.add(new SyncWarning(one.item().id(), "ITEM_NOT_STORABLE", ""));
            return new StoredPage(0, 0, 0, List.of());
        }
    }

    private StoredPage store(Lease lease, List<ReadWorkItem> read, List<SyncWarning> odd) {
        StoredPage stored = items.store(lease.link(), read);
        stored.rewritten().forEach(id -> odd.add(new SyncWarning(id, "ITEM_REWRITTEN", "")));
        return stored;
    }

    private Lease advance(
            Lease lease,
            Checkpoint before,
            List<ReadPage> pages,
            List<SyncWarning> odd,
            int added,
            int changed,
            SessionCost cost) {
        int asked = pages.stream().mapToInt(ReadPage::asked).sum();
        checkpoints.update(
                lease.link().id(),
                new Checkpoint(
                        before.run(),
                        before.selection(),
                        before.fence(),
                        pages.getLast().lastId()));
        warnings.add(lease.run(), odd);
        runs.count(lease.run(), new RunCounts(asked, added, changed, 0, odd.size(), cost));
        return lease;
    }

    /** Says that fields somebody mapped are not there any more; what was read of them before stays. */
    void noteMissingFields(Lease lease, Set<String> missing) {
        fence.write(lease, _ -> {
            fields.noteMissing(lease.link().connection(), missing);
            List<SyncWarning> odd = missing.stream()
                    .sorted()
                    .map(field -> new SyncWarning(null, "FIELD_MISSING", field))
                    .toList();
            warnings.add(lease.run(), odd);
            runs.count(lease.run(), new RunCounts(0, 0, 0, 0, odd.size(), RunCounts.FREE));
            return lease;
        });
    }

    /**
     * Ends a complete pass if the link shows nothing but what is listed, or if parts could not be read: then there are fewer answers
     * than questions, and everything stays.
     *
     * @param unreadable code of the failure for each part of the link that could not be read
     * @return the ids the link shows and the source does not list, ascending; when there are any, the pass goes on
     */
    long[] settle(Lease lease, long[] listed, Map<Element, String> unreadable, SessionCost cost) {
        return fence.write(lease, _ -> {
            long[] shown = unreadable.isEmpty() ? items.shown(lease.link()) : new long[0];
            long[] missing = Removal.missing(shown, listed);
            if (missing.length == 0) {
                finish(lease, new Removal(List.of(), List.of()), Gone.NOTHING, unreadable, cost);
            } else {
                runs.count(lease.run(), new RunCounts(0, 0, 0, 0, 0, cost));
            }
            return missing;
        });
    }

    /**
     * Ends a complete pass: has go what is gone and settles the run's status.
     *
     * @param unreadable code of the failure for each part of the link that could not be read
     */
    void complete(Lease lease, int listed, Gone gone, Map<Element, String> unreadable, SessionCost cost) {
        fence.write(lease, _ -> {
            int shown = items.shown(lease.link()).length;
            finish(lease, Removal.of(gone.vanished(), shown, listed), gone, unreadable, cost);
            return lease;
        });
    }

    private void finish(Lease lease, Removal removal, Gone gone, Map<Element, String> unreadable, SessionCost cost) {
        LinkId link = lease.link().id();
        Instant now = now();
        List<SyncWarning> odd = new ArrayList<>(removal.warnings());
        unreadable.values().forEach(code -> odd.add(new SyncWarning(null, "ELEMENT_UNREADABLE", code)));
        items.markRemoved(lease.link(), removal.marked(), now);
        items.markRemoved(lease.link(), gone.moved(), now);
        // What is in the linked project is part of a link to all of it, listed or not: it came after the listing.
        List<Long> left = lease.link().whole() ? List.of() : gone.left();
        items.leave(lease.link(), left);
        warnings.add(lease.run(), odd);
        int removed = removal.marked().size() + gone.moved().size() + left.size();
        runs.count(lease.run(), RunCounts.removed(removed, odd.size(), cost));
        links.markLoaded(link, now);
        // What could not be read this time is tried again the next; the feed would keep silent about it.
        if (warnings.has(lease.run(), INCOMPLETE)) {
            fed.remove(List.of(link));
        } else {
            fed.compared(link, now);
        }
        boolean warned = runs.find(lease.run()).orElseThrow().warnings() > 0;
        SyncRunStatus status = warned ? SyncRunStatus.FINISHED_WITH_WARNINGS : SyncRunStatus.SUCCEEDED;
        runs.finish(lease.run(), status, now, null, null);
    }

    void fail(Lease lease, String code, @Nullable String detail, SessionCost cost) {
        fence.write(lease, _ -> {
            runs.count(lease.run(), new RunCounts(0, 0, 0, 0, 0, cost));
            runs.finish(lease.run(), SyncRunStatus.FAILED, now(), code, detail);
            return lease;
        });
    }

    /** Ends a run that nobody has taken up. */
    void failWaiting(SyncRun run, String code, @Nullable String detail) {
        transaction.executeWithoutResult(_ -> runs.finish(run.id(), SyncRunStatus.FAILED, now(), code, detail));
    }

    /** Ends a run whose link is gone. */
    void cancel(SyncRun run) {
        transaction.executeWithoutResult(_ -> runs.finish(run.id(), SyncRunStatus.CANCELLED, now(), null, null));
    }

    void interrupt(Lease lease, SessionCost cost) {
        fence.write(lease, _ -> {
            runs.count(lease.run(), new RunCounts(0, 0, 0, 0, 0, cost));
            runs.interrupt(lease.run());
            return lease;
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
