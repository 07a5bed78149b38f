package tallyfold.sync.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * One link being read: its threads, and the pages that came too early. All but {@link #threads}, {@link #window} and
 * {@link #list} belongs to the writing thread.
 */
final class LinkLoad {

    /** Pages of one link that may be asked for before the first of them is stored. */
    static final int WINDOW = 16;

    private static final int ROWS_AT_ONCE = 1000;

    private final Lease lease;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore window = new Semaphore(WINDOW);
    private final Map<Integer, ReadPage> early = new HashMap<>();
    private int next;
    private int pages = -1;
    private volatile long[] listed = {};

    LinkLoad(Lease lease) {
        this.lease = lease;
    }

    Lease lease() {
        return lease;
    }

    ExecutorService threads() {
        return threads;
    }

    Semaphore window() {
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

    /** The pages that follow what is stored without a gap, as many as fit into one transaction; often none. */
    List<ReadPage> due() {
        List<ReadPage> due = new ArrayList<>();
        int rows = 0;
        ReadPage page = early.get(next);
        while (page != null && (due.isEmpty() || rows + page.items().size() <= ROWS_AT_ONCE)) {
            due.add(page);
            early.remove(next);
            rows += page.items().size();
            next++;
            page = early.get(next);
        }
        return due;
    }

    boolean complete() {
        return next == pages;
    }

    /** Ends the threads; what they still send is ignored. */
    void stop() {
        threads.shutdownNow();
    }
}
