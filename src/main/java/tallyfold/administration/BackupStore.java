package tallyfold.administration;

import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import tallyfold.administration.internal.BackupSettings;
import tallyfold.administration.internal.Backups;
import tallyfold.audit.AuditEvent;
import tallyfold.audit.AuditLog;

/** Takes backups for the schedule and the command line; no user stands behind it. */
@Component
public class BackupStore {

    private static final Logger log = LoggerFactory.getLogger(BackupStore.class);

    private final Backups backups;
    private final BackupSettings settings;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;

    BackupStore(Backups backups, BackupSettings settings, AuditLog audit, ApplicationEventPublisher events) {
        this.backups = backups;
        this.settings = settings;
        this.audit = audit;
        this.events = events;
    }

    /**
     * Takes a backup and tells those who listen how it went.
     *
     * @throws BackupRefusedException when there is none
     */
    public BackupFile take(BackupProgress progress) {
        return take(false, progress);
    }

    /** Takes the nightly one and deletes nightly ones that are too old. A failure is told, not thrown. */
    public void takeNightly() {
        try {
            take(true, BackupProgress.UNHEARD);
            backups.keepNightly(settings.keep());
        } catch (RuntimeException e) {
            log.error("The nightly backup failed", e);
        }
    }

    /** The folder they are in. */
    public Path folder() {
        return backups.path();
    }

    private BackupFile take(boolean nightly, BackupProgress progress) {
        try {
            BackupFile file = backups.take(nightly, progress);
            audit.record("backup.taken", file.name(), AuditEvent.Outcome.SUCCESS, file.rows() + " rows");
            events.publishEvent(new BackupTaken(file));
            return file;
        } catch (BackupRefusedException e) {
            String reason = String.valueOf(e.getMessage());
            events.publishEvent(new BackupFailed(reason, nightly));
            recordFailure(nightly, reason);
            throw e;
        }
    }

    /** What stopped the backup may stop this as well, as a full disk does. */
    private void recordFailure(boolean nightly, String reason) {
        try {
            audit.record("backup.failed", nightly ? "nightly" : "asked for", AuditEvent.Outcome.REFUSED, reason);
        } catch (RuntimeException e) {
            log.error("A failed backup could not be written in the audit log", e);
        }
    }
}
