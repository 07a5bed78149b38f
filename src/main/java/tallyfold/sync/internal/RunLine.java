package tallyfold.sync.internal;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import tallyfold.project.LinkId;
import tallyfold.sync.SyncRun;
import tallyfold.sync.SyncRunId;

/** The runs of a connection whose links have to be read as a whole, and how many of these may be under way at once. */
final class RunLine {

    /** More than questions at once: while one link waits for the writer or its next step, others keep the line busy. */
    static final int AT_ONCE = 16;

    /** Until one was answered: what is refused to all need not be asked often. */
    static final int AT_FIRST = 8;

    private final Deque<SyncRun> waiting = new ArrayDeque<>();
    private final Set<SyncRunId> taken = new HashSet<>();
    private boolean answered;

    /** Puts these in the place of those that waited. */
    void replace(Collection<SyncRun> runs) {
        waiting.clear();
        waiting.addAll(runs);
    }

    /** From now on questions are known to be answered. */
    void answered() {
        answered = true;
    }

    /**
     * The next run to start, each once; a run whose link is under way already is passed over and found again at the next look.
     *
     * @param active how many links are under way
     */
    Optional<SyncRun> next(int active, Predicate<LinkId> underWay) {
        while (active < (answered ? AT_ONCE : AT_FIRST) && !waiting.isEmpty()) {
            SyncRun run = waiting.remove();
            if (!underWay.test(run.link()) && taken.add(run.id())) {
                return Optional.of(run);
            }
        }
        return Optional.empty();
    }
}
