package tallyfold.portfolio;

import java.util.List;
import tallyfold.project.OverallStatus;

/**
 * The schedule status of a project that holds.
 *
 * @param automatic whether it is computed; otherwise somebody said so
 * @param reason in words: what it follows from, or what the person noted, which may be nothing
 */
public record ScheduleStanding(OverallStatus status, boolean automatic, String reason) {

    /** Of a project nothing is known of. */
    public static final ScheduleStanding NONE = new ScheduleStanding(OverallStatus.NONE, true, "");

    private static final List<OverallStatus> WORST_FIRST = List.of(
            OverallStatus.OFF_TRACK,
            OverallStatus.AT_RISK,
            OverallStatus.ON_TRACK,
            OverallStatus.NONE,
            OverallStatus.DONE);

    /** 0 for the worst status, more for better ones; those that say nothing come last. */
    public int rank() {
        return WORST_FIRST.indexOf(status);
    }
}
