package tallyfold.sync.internal;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import tallyfold.provider.SessionCost;

/**
 * How many questions are put to one organization at the same time: four at first, more as it answers gladly, eight at most,
 * one as soon as it asks for patience.
 */
final class FetchGate {

    static final int AT_FIRST = 4;
    static final int AT_MOST = 8;
    private static final int GOOD_BEFORE_MORE = 4;

    /** Where it has asked for patience once, it is trusted more slowly. */
    private static final int GOOD_AFTER_A_WAIT = 8;

    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition changed = lock.newCondition();
    private int limit = AT_FIRST;
    private int inside;
    private int good;
    private Duration waited = Duration.ZERO;

    void enter() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (inside >= limit) {
                changed.await();
            }
            inside++;
        } finally {
            lock.unlock();
        }
    }

    /** Expects what the session has cost so far. */
    void leave(SessionCost cost) {
        lock.lock();
        try {
            inside--;
            if (cost.waited().compareTo(waited) > 0) {
                waited = cost.waited();
                limit = 1;
                good = 0;
            } else if (limit < AT_MOST && ++good >= goodBeforeMore()) {
                limit++;
                good = 0;
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private int goodBeforeMore() {
        return waited.isZero() ? GOOD_BEFORE_MORE : GOOD_AFTER_A_WAIT;
    }

    int limit() {
        lock.lock();
        try {
            return limit;
        } finally {
            lock.unlock();
        }
    }
}
