package tallyfold.portfolio.ui;

import tallyfold.audit.AuditEvent;
import tallyfold.audit.AuditLog;
import tallyfold.sync.SyncService;

/** The view "Sync status" as a file, read anew; that somebody took it is written down. */
final class SyncStatusExport {

    private final SyncStatusRows source;
    private final SyncService syncs;
    private final AuditLog audit;

    SyncStatusExport(SyncStatusRows source, SyncService syncs, AuditLog audit) {
        this.source = source;
        this.syncs = syncs;
        this.audit = audit;
    }

    String csv(SyncStatusFilter wanted) {
        audit.record("sync.status-exported", "sync status", AuditEvent.Outcome.SUCCESS, null);
        return SyncStatusCsv.of(
                source.read().stream()
                        .filter(wanted::matches)
                        .sorted(SyncStatusGrid.problemsFirst())
                        .toList(),
                syncs.zone());
    }
}
