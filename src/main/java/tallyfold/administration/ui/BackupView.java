package tallyfold.administration.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.springframework.beans.factory.annotation.Qualifier;
import tallyfold.administration.BackupFile;
import tallyfold.administration.BackupRefusedException;
import tallyfold.administration.BackupService;
import tallyfold.security.Role;
import tallyfold.uikit.EmptyState;
import tallyfold.uikit.Note;
import tallyfold.uikit.Notifications;
import tallyfold.uikit.PageHeader;
import tallyfold.uikit.StatusWord.Tone;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;

/** The backups there are, and a new one. */
@Route("backup")
@PageTitle("Backup")
@RolesAllowed(Role.ADMINISTRATOR_ROLE)
final class BackupView extends Div {

    private final transient BackupService backups;
    private final LongCall progress;
    private final Div result = new Div();
    private final Div keyNote = new Div();
    private final BackupGrid grid;
    private final EmptyState empty = new EmptyState(
            Symbol.BACKUP, Texts.of("administration.backup-empty"), Texts.of("administration.backup-empty-why"));
    private final Button now = new Button(Texts.of("administration.backup-now"), Symbol.BACKUP.icon(), _ -> take());

    BackupView(BackupService backups, @Qualifier("backgroundExecutor") ExecutorService background) {
        this.backups = backups;
        this.progress = new LongCall(background);
        this.grid = new BackupGrid(backups::download, file -> new DeleteBackupDialog(file, () -> delete(file)).open());
        addClassNames("tf-page", "tf-page-fill");
        keyNote.addClassName("tf-backup-note");
        now.addThemeVariants(ButtonVariant.PRIMARY);
        add(
                new PageHeader(Texts.of("administration.backups"), sentence(backups), now),
                progress,
                result,
                keyNote,
                grid,
                empty);
        refresh();
    }

    private static String sentence(BackupService backups) {
        BackupService.Schedule schedule = backups.schedule();
        return schedule.at() == null
                ? Texts.of("administration.backup-off", backups.folder())
                : Texts.of(
                        "administration.backup-schedule",
                        schedule.at(),
                        schedule.zone(),
                        schedule.keep(),
                        backups.folder());
    }

    private void take() {
        now.setEnabled(false);
        result.removeAll();
        progress.start(
                Texts.of("administration.backup-taking"),
                told -> backups.take(told::told),
                file -> {
                    now.setEnabled(true);
                    Notifications.success(Texts.of("administration.backup-done", file.name()));
                    refresh();
                },
                this::failed);
    }

    private void failed(RuntimeException e) {
        now.setEnabled(true);
        result.add(new Note(
                Tone.BAD,
                e instanceof BackupRefusedException
                        ? String.valueOf(e.getMessage())
                        : Texts.of("administration.backup-failed")));
        refresh();
    }

    private void delete(BackupFile file) {
        backups.delete(file.name());
        Notifications.success(Texts.of("administration.backup-deleted", file.name()));
        refresh();
    }

    private void refresh() {
        List<BackupFile> files = backups.list();
        grid.setItems(files);
        grid.setVisible(!files.isEmpty());
        empty.setVisible(files.isEmpty());
        keyNote.removeAll();
        String id = files.isEmpty() ? null : files.getFirst().keyId();
        keyNote.add(new Note(
                Tone.INFO,
                id == null
                        ? Texts.of("administration.backup-without-key")
                        : Texts.of("administration.backup-without-key-id", id)));
    }
}
