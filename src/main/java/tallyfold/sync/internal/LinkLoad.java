package tallyfold.sync.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import tallyfold.provider.Element;
import tallyfold.provider.RemoteWorkItem;

/**
 * One link being read: its threads, and the pages that came too early. All but {@link #threads}, {@link #window},
 * {@link #name}, {@link #isElsewhere} and {@link #list} belongs to the writing thread.
 */
final class LinkLoad {

    private static final int ROWS_AT_ONCE = 1000;

    /** Pages are small where a source gives few items at once; waiting for all rows would use the window up then. */
    private static final int PAGES_AT_ONCE = PageWindow.OF_LINK / 2;

    private final Lease lease;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final PageWindow window;
    private final Map<Integer, ReadPage> early = new HashMap<>();
    private int next;
    private int pages = -1;
    private volatile long[] listed = {};
    private volatile String remoteName;
    private Map<Element, String> unreadable = Map.of();
    private final Set<Long> leftToFeed = new HashSet<>();
    private boolean settling;

    /** @param pages of the connection, see {@link PageWindow} */
    LinkLoad(Lease lease, Semaphore pages) {
        this.lease = lease;
        this.window = new PageWindow(pages);
        this.remoteName = lease.link().remoteName();
    }

    /** Keeps what the linked project is called now. */
    void name(String today) {
        remoteName = today;
    }

    /** Whether an item is in another project than the linked one. */
    boolean isElsewhere(RemoteWorkItem item) {
        return !item.projectName().isBlank() && !item.projectName().equalsIgnoreCase(remoteName);
    }

    void keepUnreadable(Map<Element, String> codes) {
        unreadable = Map.copyOf(codes);
    }

    /** Code of the failure for each part of the link that could not be read. */
    Map<Element, String> unreadable() {
        return unreadable;
    }

    /** From now on it only waits for what became of items that are not listed any more. */
    void settle() {
        settling = true;
    }

    Lease lease() {
        return lease;
    }

    ExecutorService threads() {
        return threads;
    }

    PageWindow window() {
        return window;
    }

    /** Keeps the ids of all items, ascending; called by the reading thread before it tells the writing one. */
    void list(long[] ids) {
        listed = ids;
    }

    void expect(int pagesToCome) {
        pages = pagesToCome;
    }

    long[] listed() {
        return listed;
    }

    void keep(ReadPage page) {
        early.put(page.index(), page);
    }

    /** The feed has told of these meanwhile: what was asked before may be older than that. */
    void leaveToFeed(Set<Long> ids) {
        leftToFeed.addAll(ids);
    }

    Set<Long> leftToFeed() {
        return leftToFeed;
    }

    /** The pages that follow what is stored without a gap, as many as fit into one transaction; often none. */
    List<ReadPage> due() {
        List<ReadPage> due = new ArrayList<>();
        int rows = 0;
        ReadPage page = early.get(next);
        while (page != null && (due.isEmpty() || rows + page.items().size() <= ROWS_AT_ONCE)) {
            due.add(page.without(leftToFeed));
            early.remove(next);
            rows += page.items().size();
            next++;
            page = early.get(next);
        }
        return due;
    }

    /** Whether what is due fills a transaction, or is all there is to come: many small ones cost much more. */
    boolean isWorthStoring() {
        int rows = 0;
        int index = next;
        for (ReadPage page = early.get(index); page != null; page = early.get(++index)) {
            rows += page.items().size();
            if (rows >= ROWS_AT_ONCE || index - next + 1 >= PAGES_AT_ONCE) {
                return true;
            }
        }
        return index > next && index == pages;
    }

    /** Whether every page is stored and nothing else is waited for. */
    boolean complete() {
        return next == pages && !settling;
    }

    /** Ends the threads; what they still send is ignored. */
    void stop() {
        threads.shutdownNow();
        window.close();
    }
}
