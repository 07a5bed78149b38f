package tallyfold.sync.internal;

import java.util.concurrent.Semaphore;

/**
 * How many pages may be asked for and not stored yet: so many of one link, and so many of all links of a connection together.
 * Memory is bounded by this, and not by how much there is to read. Pages are asked for in their order, so that the one a
 * link waits for is always among those it has asked for.
 */
final class PageWindow implements AutoCloseable {

    /** Of one link. */
    static final int OF_LINK = 16;

    /** Of all links of a connection: what the links under way need to fill a transaction each. */
    private static final int OF_CONNECTION = 5 * RunLine.AT_ONCE;

    private final Semaphore connection;
    private final Semaphore link = new Semaphore(OF_LINK, true);
    private int inside;
    private boolean closed;

    /** @param connection as {@link #ofConnection} gives it, the same for all links of a connection */
    PageWindow(Semaphore connection) {
        this.connection = connection;
    }

    static Semaphore ofConnection() {
        return new Semaphore(OF_CONNECTION, true);
    }

    /** Waits until one more page may be asked for. */
    void enter() throws InterruptedException {
        link.acquire();
        connection.acquire();
        synchronized (this) {
            if (closed) {
                connection.release();
            } else {
                inside++;
            }
        }
    }

    /** So many pages are stored. */
    synchronized void leave(int pages) {
        if (!closed) {
            inside -= pages;
            connection.release(pages);
            link.release(pages);
        }
    }

    /** Leaves what the link has room for to others; what it still asks for does not count any more. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            connection.release(inside);
        }
    }
}
