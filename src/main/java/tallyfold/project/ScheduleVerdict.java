package tallyfold.project;

import java.util.List;

/**
 * A computed schedule status.
 *
 * @param status never {@link OverallStatus#DONE}
 * @param reasons in words, the weightiest first; never empty
 */
public record ScheduleVerdict(OverallStatus status, List<String> reasons) {

    public ScheduleVerdict {
        reasons = List.copyOf(reasons);
    }

    /** All reasons in one line. */
    public String words() {
        return String.join("; ", reasons);
    }
}
