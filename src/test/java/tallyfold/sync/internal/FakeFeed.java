package tallyfold.sync.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import tallyfold.provider.ChangePage;
import tallyfold.provider.FeedPosition;
import tallyfold.provider.ItemRevision;
import tallyfold.provider.ParentChange;

/** What changed in a {@link FakeOrganization}, in the order it happened; cursors are places in that order. */
public final class FakeFeed {

    private final List<ItemRevision> revisions = new ArrayList<>();
    private final List<ParentChange> parents = new ArrayList<>();

    public volatile int pageSize = 1_000;

    /** Whether revisions tell what an item lies below; if not, only {@link #parents} do. */
    public volatile boolean tellsParents = true;

    /** Whether revisions name people so that they are known again. */
    public volatile boolean tellsEverything = true;

    public volatile Consumer<FeedPosition> beforeRevisions = _ -> {};
    public volatile Consumer<FeedPosition> beforeParents = _ -> {};
    public volatile UnaryOperator<ChangePage<ItemRevision>> pages = UnaryOperator.identity();

    public synchronized void tell(ItemRevision revision) {
        revisions.add(revision);
    }

    public synchronized void tell(ParentChange change) {
        parents.add(change);
    }

    ChangePage<ItemRevision> revisions(FeedPosition from) {
        beforeRevisions.accept(from);
        return pages.apply(page(revisions, from, "r"));
    }

    ChangePage<ParentChange> parents(FeedPosition from) {
        beforeParents.accept(from);
        return page(parents, from, "p");
    }

    /** Nothing has happened lately: reading from a moment begins at the end. */
    private synchronized <T> ChangePage<T> page(List<T> all, FeedPosition from, String mark) {
        int start = switch (from) {
            case FeedPosition.Since _ -> all.size();
            case FeedPosition.After(String cursor) -> place(cursor, mark);
        };
        int end = Math.min(all.size(), start + pageSize);
        return new ChangePage<>(all.subList(start, end), mark + end, end == all.size());
    }

    static int place(String cursor, String mark) {
        if (!cursor.startsWith(mark)) {
            throw new IllegalArgumentException("Not a cursor of this feed: " + cursor);
        }
        return Integer.parseInt(cursor.substring(mark.length()));
    }
}
