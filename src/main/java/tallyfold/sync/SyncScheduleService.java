package tallyfold.sync;

import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import tallyfold.audit.AuditEvent;
import tallyfold.audit.AuditLog;
import tallyfold.connection.ConnectionId;
import tallyfold.project.Rhythm;
import tallyfold.security.Role;
import tallyfold.sync.internal.SyncSchedule;

/** When syncs come round by themselves: for the server, and for connections that differ. For administrators. */
@Service
@PreAuthorize("hasRole('" + Role.ADMINISTRATOR_ROLE + "')")
public class SyncScheduleService {

    private final SyncSchedule schedule;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;

    SyncScheduleService(SyncSchedule schedule, AuditLog audit, ApplicationEventPublisher events) {
        this.schedule = schedule;
        this.audit = audit;
        this.events = events;
    }

    /** The rhythm in force for whatever has none of its own. */
    public Rhythm current() {
        return schedule.timetable().server();
    }

    /** Whether somebody has chosen, rather than left it to the configuration. */
    public boolean chosen() {
        return schedule.timetable().chosen();
    }

    /** Takes effect at once, also for the next run. */
    public void choose(Rhythm rhythm) {
        schedule.choose(rhythm);
        audit.record("sync.schedule-chosen", "all projects", AuditEvent.Outcome.SUCCESS, RhythmWords.of(rhythm));
    }

    /** The zone an administrator chose for schedules; empty while the configuration or the machine decides. */
    public Optional<ZoneId> chosenZone() {
        return schedule.chosenZone();
    }

    /** The zone that holds while none is chosen. */
    public ZoneId configuredZone() {
        return schedule.configuredZone();
    }

    /**
     * Has schedules go by a zone from now on; the next times of cron expressions are worked out anew.
     *
     * @param zone null for the configured one
     */
    public void chooseZone(@Nullable ZoneId zone) {
        schedule.chooseZone(zone);
        events.publishEvent(new ScheduleZoneChosen(schedule.zone()));
        audit.record(
                "sync.time-zone-chosen",
                "all schedules",
                AuditEvent.Outcome.SUCCESS,
                zone == null ? "as configured" : zone.getId());
    }

    /** A connection's own rhythm; empty when it inherits the server's. */
    public Optional<Rhythm> own(ConnectionId connection) {
        return schedule.timetable().own(connection);
    }

    /**
     * Gives a connection a rhythm of its own, at once.
     *
     * @param rhythm null to inherit the server's
     */
    public void choose(ConnectionId connection, @Nullable Rhythm rhythm) {
        schedule.choose(connection, rhythm);
        audit.record(
                "sync.schedule-chosen",
                "connection " + connection.value(),
                AuditEvent.Outcome.SUCCESS,
                rhythm == null ? "inherited" : RhythmWords.of(rhythm));
    }
}
