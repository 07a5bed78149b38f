package tallyfold.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import tallyfold.administration.internal.BackupSettings;
import tallyfold.administration.internal.Backups;
import tallyfold.audit.AuditEvent;
import tallyfold.audit.AuditLog;

/** A night in which the disk is full: of the backups, and of the database that the audit log is in. */
class NightlyBackupTest {

    private final Backups backups = mock(Backups.class);
    private final AuditLog audit = mock(AuditLog.class);
    private final List<Object> told = new ArrayList<>();
    private final BackupSettings settings = mock(BackupSettings.class);
    private final BackupStore store = new BackupStore(backups, settings, audit, told::add);

    @BeforeEach
    void keepsTwoWeeks() {
        when(settings.keep()).thenReturn(14);
    }

    @Test
    void tellsOfItAndKeepsTheOldOnesWhenTheDiskIsFull() {
        when(backups.take(anyBoolean(), any())).thenThrow(new BackupRefusedException("No space left on device"));
        doThrow(new DataAccessResourceFailureException("No space left on device"))
                .when(audit)
                .record(any(), any(), any(AuditEvent.Outcome.class), any());

        store.takeNightly();

        assertThat(told).containsExactly(new BackupFailed("No space left on device", true));
        verify(backups, never()).keepNightly(anyInt());
    }

    @Test
    void deletesOldOnesOnlyAfterANewOneIsThere() {
        when(backups.take(anyBoolean(), any())).thenReturn(mock(BackupFile.class));

        store.takeNightly();

        verify(backups).keepNightly(14);
        assertThat(told).hasOnlyElementsOfType(BackupTaken.class);
    }
}
