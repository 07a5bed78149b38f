package tallyfold.administration;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import tallyfold.administration.internal.BackupSettings;
import tallyfold.administration.internal.Backups;
import tallyfold.audit.AuditEvent;
import tallyfold.audit.AuditLog;
import tallyfold.security.Role;
import tallyfold.sync.ScheduleZoneStore;

/** Backups as an administrator handles them. */
@Service
@PreAuthorize("hasRole('" + Role.ADMINISTRATOR_ROLE + "')")
public class BackupService {

    private final BackupStore store;
    private final Backups backups;
    private final BackupSettings settings;
    private final ScheduleZoneStore zone;
    private final AuditLog audit;

    BackupService(BackupStore store, Backups backups, BackupSettings settings, ScheduleZoneStore zone, AuditLog audit) {
        this.store = store;
        this.backups = backups;
        this.settings = settings;
        this.zone = zone;
        this.audit = audit;
    }

    /**
     * When backups are taken by themselves.
     *
     * @param at hour of the day; null when they are not
     * @param keep how many of them are kept
     */
    public record Schedule(@Nullable LocalTime at, ZoneId zone, int keep) {}

    public Schedule schedule() {
        return new Schedule(settings.at().orElse(null), zone.zone(), settings.keep());
    }

    /** The newest first. */
    public List<BackupFile> list() {
        return backups.list();
    }

    /** The folder on the server, for people who want to copy them away. */
    public String folder() {
        return backups.path().toString();
    }

    /**
     * Takes one now.
     *
     * @throws BackupRefusedException when there is none; the message says why
     */
    public BackupFile take(BackupProgress progress) {
        return store.take(progress);
    }

    /**
     * The bytes of a backup, for whoever closes the stream.
     *
     * @throws BackupRefusedException when there is none of that name
     */
    public InputStream download(String name) throws IOException {
        InputStream content = backups.read(name);
        audit.record("backup.downloaded", name, AuditEvent.Outcome.SUCCESS, null);
        return content;
    }

    /**
     * Deletes a backup for good.
     *
     * @throws BackupRefusedException when the name is none of a backup
     */
    public void delete(String name) {
        backups.delete(name);
        audit.record("backup.deleted", name, AuditEvent.Outcome.SUCCESS, null);
    }
}
