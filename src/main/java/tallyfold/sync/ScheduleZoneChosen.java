package tallyfold.sync;

import java.time.ZoneId;

/**
 * An administrator has chosen by which time zone schedules go.
 *
 * @param zone the one in force from now on
 */
public record ScheduleZoneChosen(ZoneId zone) {}
