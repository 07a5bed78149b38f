package tallyfold.sync;

import java.time.ZoneId;
import org.springframework.stereotype.Component;
import tallyfold.sync.internal.SyncSchedule;

/** The time zone by which schedules go, for whatever comes round by itself. */
@Component
public class ScheduleZoneStore {

    private final SyncSchedule schedule;

    ScheduleZoneStore(SyncSchedule schedule) {
        this.schedule = schedule;
    }

    /** The one in force now; {@link ScheduleZoneChosen} tells of another. */
    public ZoneId zone() {
        return schedule.zone();
    }
}
