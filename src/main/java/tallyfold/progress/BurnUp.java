package tallyfold.progress;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the counted items of an iteration became more, and became done.
 *
 * @param start first day of the iteration; null when it has none
 * @param finish last day likewise: where the even pace would bring {@code scope} to be closed
 * @param scope counted items that are in it today
 * @param days from the first day, or from 30 days ago, to today or the last day, whichever comes first
 */
public record BurnUp(
        String path,
        String name,
        @Nullable LocalDate start,
        @Nullable LocalDate finish,
        long scope,
        List<Day> days) {

    public BurnUp {
        days = List.copyOf(days);
    }

    /**
     * At the end of a day.
     *
     * @param scope items of today's that were there already
     * @param closed items of today's that were closed then
     */
    public record Day(LocalDate day, long scope, long closed) {}
}
