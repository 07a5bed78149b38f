package tallyfold.progress;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Dates and work rolled up over leaf items: those without children in the project, removed ones left out. Estimates below 0 and
 * above 1,000,000 are left out of the sums, so that one typing error does not outweigh a project; {@code oddEstimates} says of
 * how many items.
 *
 * @param leaves how many items it is made of
 * @param start earliest start, of an item itself or else of its iteration; null when none has one
 * @param due latest deadline; null when none has one; may lie before the start where the source has it so
 * @param workingDays Monday to Friday from start to due, both included; null without both, 0 when due lies before start
 * @param percent progress of the leaves by the weights of their states, 0 to 100
 * @param effort original estimates in hours
 * @param completed completed work in hours
 * @param remaining remaining work in hours
 * @param storyPoints story points, effort or size, whichever the process plans by
 */
public record ScheduleRollup(
        long leaves,
        @Nullable LocalDate start,
        @Nullable LocalDate due,
        @Nullable Long workingDays,
        int percent,
        double effort,
        double completed,
        double remaining,
        double storyPoints,
        long oddEstimates) {

    public static final ScheduleRollup NONE = new ScheduleRollup(0, null, null, null, 0, 0, 0, 0, 0, 0);
}
