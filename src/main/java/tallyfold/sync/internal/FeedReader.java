package tallyfold.sync.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tallyfold.provider.ChangePage;
import tallyfold.provider.FeedPosition;
import tallyfold.provider.ItemRevision;
import tallyfold.provider.ParentChange;
import tallyfold.provider.ProviderException;
import tallyfold.provider.ProviderFailure.UnexpectedAnswer;
import tallyfold.provider.ProviderFailure.UnexpectedAnswer.Oddity;
import tallyfold.provider.RemotePage;
import tallyfold.provider.RemoteProject;
import tallyfold.provider.RemoteWorkItem;

/** Asks an organization what changed. Never writes. */
final class FeedReader {

    /** Behind more pages than this it is cheaper to read everything, if the feed ends at all. */
    static final int MOST_PAGES = 2_000;

    private final Asking asking;

    FeedReader(Asking asking) {
        this.asking = asking;
    }

    /** What was put below what since a place, the last word on each child. */
    record Parents(Map<Long, ParentChange> changes, String cursor) {}

    Parents parents(FeedPosition from) throws InterruptedException {
        Map<Long, ParentChange> changes = new LinkedHashMap<>();
        String cursor = walk(from, here -> asking.ask(() -> asking.session().parentChanges(here)), page -> {
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
    String revisions(FeedPosition from, Hearer<ItemRevision> hearer) throws InterruptedException {
        return walk(from, this::revisions, hearer);
    }

    private ChangePage<ItemRevision> revisions(FeedPosition from) throws InterruptedException {
        return asking.ask(() -> asking.session().revisions(from, null));
    }

    /** As {@link #revisions}, with the first page on its way already. */
    String revisions(FeedPosition from, Early<ChangePage<ItemRevision>> first, Hearer<ItemRevision> hearer)
            throws InterruptedException {
        return walk(from, here -> here.equals(from) ? first.get() : revisions(here), hearer);
    }

    /** Asks for the first page of revisions, most often the only one, while the caller asks something else. */
    Early<ChangePage<ItemRevision>> early(FeedPosition from) {
        return new Early<>(() -> revisions(from));
    }

    /** Hears of a page; false ends the reading. */
    interface Hearer<T> {
        boolean hear(ChangePage<T> page) throws InterruptedException;
    }

    private interface Question<T> {
        ChangePage<T> ask(FeedPosition from) throws InterruptedException;
    }

    private <T> String walk(FeedPosition from, Question<T> question, Hearer<T> hearer) throws InterruptedException {
        Set<String> passed = new HashSet<>();
        FeedPosition position = from;
        while (passed.size() < MOST_PAGES) {
            ChangePage<T> page = question.ask(position);
            if (!hearer.hear(page) || page.last()) {
                return page.cursor();
            }
            if (!passed.add(page.cursor())) {
                break;
            }
            position = new FeedPosition.After(page.cursor());
        }
        throw new ProviderException(new UnexpectedAnswer(Oddity.REPEATED_PAGE, 200));
    }

    /** Items as they are now, by number; those that are gone are left out. */
    Map<Long, RemoteWorkItem> byNumber(Collection<Long> ids) throws InterruptedException {
        Map<Long, RemoteWorkItem> found = new HashMap<>();
        List<Long> all = List.copyOf(ids);
        int size = asking.session().batchSize();
        for (int from = 0; from < all.size(); from += size) {
            List<Long> batch = all.subList(from, Math.min(from + size, all.size()));
            asking.ask(() -> asking.session().workItems(batch)).forEach(item -> found.put(item.id(), item));
        }
        return found;
    }

    /** Every project the token sees. */
    List<RemoteProject> projects() throws InterruptedException {
        List<RemoteProject> all = new ArrayList<>();
        Set<String> passed = new HashSet<>();
        String continuation = null;
        do {
            String here = continuation;
            RemotePage<RemoteProject> page = asking.ask(() -> asking.session().projects(here));
            all.addAll(page.items());
            continuation = page.continuation();
        } while (continuation != null && passed.add(continuation));
        return all;
    }
}
