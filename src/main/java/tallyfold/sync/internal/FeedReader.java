package tallyfold.sync.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import tallyfold.provider.ChangePage;
import tallyfold.provider.FeedPosition;
import tallyfold.provider.ItemRevision;
import tallyfold.provider.ParentChange;
import tallyfold.provider.ProviderException;
import tallyfold.provider.ProviderFailure;
import tallyfold.provider.ProviderSession;
import tallyfold.provider.RemotePage;
import tallyfold.provider.RemoteProject;
import tallyfold.provider.RemoteWorkItem;
import tallyfold.workitem.StoredItem;

/** Asks an organization what changed. Never writes. */
final class FeedReader {

    /** More pages than any organization fills between two readings: a feed that does not end. */
    private static final int MOST_PAGES = 20_000;

    private final ProviderSession session;

    FeedReader(ProviderSession session) {
        this.session = session;
    }

    /** What was put below what since a place, the last word on each child. */
    record Parents(Map<Long, ParentChange> changes, String cursor) {}

    Parents parents(FeedPosition from) {
        Map<Long, ParentChange> changes = new LinkedHashMap<>();
        String cursor = walk(from, session::parentChanges, page -> {
            page.changes().forEach(change -> take(changes, change));
            return true;
        });
        return new Parents(changes, cursor);
    }

    /** A new parent and the end of the old one are told in any order. */
    private static void take(Map<Long, ParentChange> changes, ParentChange change) {
        changes.merge(
                change.child(),
                change,
                (before, after) ->
                        before.made() && !after.made() && before.parent() != after.parent() ? before : after);
    }

    /** Hands on page after page, until there is no more or the hearer wants no more; gives the place it came to. */
    String revisions(FeedPosition from, Hearer<ItemRevision> hearer) {
        return walk(from, position -> session.revisions(position, null), hearer);
    }

    /** Where the feed ends now. */
    String end(FeedPosition from) {
        return revisions(from, _ -> true);
    }

    /** Hears of a page; false ends the reading. */
    interface Hearer<T> {
        boolean hear(ChangePage<T> page);
    }

    private interface Question<T> {
        ChangePage<T> ask(FeedPosition from);
    }

    private static <T> String walk(FeedPosition from, Question<T> question, Hearer<T> hearer) {
        FeedPosition position = from;
        for (int number = 0; number < MOST_PAGES; number++) {
            ChangePage<T> page = question.ask(position);
            if (!hearer.hear(page) || page.last()) {
                return page.cursor();
            }
            position = new FeedPosition.After(page.cursor());
        }
        throw new ProviderException(
                new ProviderFailure.UnexpectedAnswer(ProviderFailure.UnexpectedAnswer.Oddity.REPEATED_PAGE, 200));
    }

    /**
     * The same items with all that is known of them: what the feed told only half is asked for by number, and an item whose
     * parent the feed keeps to itself has the one it was given last.
     *
     * @param stopping asked between two questions
     */
    List<ItemRevision> completed(
            Collection<ItemRevision> changes,
            Map<Long, ParentChange> parents,
            Map<Long, StoredItem> stored,
            BooleanSupplier stopping) {
        List<Long> incomplete = changes.stream()
                .filter(change -> !change.complete() && !change.deleted())
                .map(change -> change.item().id())
                .toList();
        Map<Long, RemoteWorkItem> asked = byNumber(incomplete, stopping);
        List<ItemRevision> completed = new ArrayList<>(changes.size());
        for (ItemRevision change : changes) {
            RemoteWorkItem item = asked.get(change.item().id());
            if (item != null) {
                completed.add(new ItemRevision(item, false, true));
            } else if (change.complete() || change.deleted()) {
                completed.add(new ItemRevision(withParent(change.item(), parents, stored), change.deleted(), true));
            }
        }
        return completed;
    }

    /** Items as they are now, by number; those that are gone are left out. */
    Map<Long, RemoteWorkItem> byNumber(Collection<Long> ids, BooleanSupplier stopping) {
        Map<Long, RemoteWorkItem> found = new HashMap<>();
        List<Long> all = List.copyOf(Set.copyOf(ids));
        for (int from = 0; from < all.size() && !stopping.getAsBoolean(); from += session.batchSize()) {
            session.workItems(all.subList(from, Math.min(from + session.batchSize(), all.size())))
                    .forEach(item -> found.put(item.id(), item));
        }
        return found;
    }

    private static RemoteWorkItem withParent(
            RemoteWorkItem item, Map<Long, ParentChange> parents, Map<Long, StoredItem> stored) {
        if (item.parentId() != null) {
            return item;
        }
        ParentChange change = parents.get(item.id());
        StoredItem before = stored.get(item.id());
        Long parent = change != null ? (change.made() ? Long.valueOf(change.parent()) : null) : parent(before);
        return parent == null ? item : item.withParent(parent);
    }

    private static @Nullable Long parent(@Nullable StoredItem stored) {
        return stored == null ? null : stored.parent();
    }

    /** Every project the token sees. */
    List<RemoteProject> projects() {
        List<RemoteProject> all = new ArrayList<>();
        String continuation = null;
        for (int number = 0; number < MOST_PAGES; number++) {
            RemotePage<RemoteProject> page = session.projects(continuation);
            all.addAll(page.items());
            continuation = page.continuation();
            if (continuation == null) {
                return all;
            }
        }
        return all;
    }
}
