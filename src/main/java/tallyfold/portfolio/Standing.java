package tallyfold.portfolio;

import java.util.List;
import tallyfold.project.KeyDate;
import tallyfold.project.OverallStatus;
import tallyfold.project.ProjectStatuses;
import tallyfold.project.ScheduleVerdict;
import tallyfold.project.StatusArea;

/**
 * How a project stands today.
 *
 * @param said what people said of it
 * @param computed the schedule status that holds where nobody said another one
 * @param keyDates own and derived ones, by day
 */
public record Standing(ProjectStatuses said, ScheduleVerdict computed, List<KeyDate> keyDates) {

    public Standing {
        keyDates = List.copyOf(keyDates);
    }

    /** What holds in an area. */
    public OverallStatus status(StatusArea area) {
        OverallStatus status = said.of(area).status();
        return status == null ? computed.status() : status;
    }
}
