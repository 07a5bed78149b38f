package tallyfold.sync;

import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import tallyfold.audit.AuditEvent;
import tallyfold.audit.AuditLog;
import tallyfold.security.Role;
import tallyfold.sync.internal.SyncSchedule;

/** The rhythm of all syncs, for administrators. */
@Service
@PreAuthorize("hasRole('" + Role.ADMINISTRATOR_ROLE + "')")
public class SyncScheduleService {

    private final SyncSchedule schedule;
    private final AuditLog audit;

    SyncScheduleService(SyncSchedule schedule, AuditLog audit) {
        this.schedule = schedule;
        this.audit = audit;
    }

    /** The rhythm in force; empty when the configuration names one that is not among the choices. */
    public Optional<SyncRhythm> current() {
        return SyncRhythm.of(schedule.every());
    }

    /** Whether somebody has chosen, rather than left it to the configuration. */
    public boolean chosen() {
        return schedule.chosen();
    }

    /** Takes effect at once, also for the next run. */
    public void choose(SyncRhythm rhythm) {
        schedule.choose(rhythm.every());
        audit.record("sync.schedule-chosen", "all projects", AuditEvent.Outcome.SUCCESS, rhythm.label());
    }
}
