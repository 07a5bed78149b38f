package tallyfold.progress.internal;

import org.jspecify.annotations.Nullable;
import tallyfold.workitem.FigureItem;

/**
 * Sums of estimates. What nobody can have meant is left out: below 0, above a million, not a number. Summed in thousandths as whole
 * numbers, so that the order does not matter and nothing overflows.
 */
final class Estimates {

    private static final double MOST = 1_000_000;
    private static final double PARTS = 1_000;

    private long effort;
    private long completed;
    private long remaining;
    private long storyPoints;
    private long odd;

    static boolean usable(@Nullable Double estimate) {
        return estimate != null && estimate >= 0 && estimate <= MOST;
    }

    void add(FigureItem item) {
        effort += parts(item.originalEstimate());
        completed += parts(item.completedWork());
        remaining += parts(item.remainingWork());
        storyPoints += parts(item.effort());
        odd += odd(item.originalEstimate())
                        || odd(item.completedWork())
                        || odd(item.remainingWork())
                        || odd(item.effort())
                ? 1
                : 0;
    }

    private static boolean odd(@Nullable Double estimate) {
        return estimate != null && !usable(estimate);
    }

    private static long parts(@Nullable Double estimate) {
        return estimate != null && usable(estimate) ? Math.round(estimate * PARTS) : 0;
    }

    double effort() {
        return effort / PARTS;
    }

    double completed() {
        return completed / PARTS;
    }

    double remaining() {
        return remaining / PARTS;
    }

    double storyPoints() {
        return storyPoints / PARTS;
    }

    long odd() {
        return odd;
    }
}
