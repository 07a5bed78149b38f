package tallyfold.administration.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import tallyfold.administration.BackupFile;
import tallyfold.uikit.Texts;

/** Asks once before a backup is gone for good. */
final class DeleteBackupDialog extends Dialog {

    DeleteBackupDialog(BackupFile file, Runnable confirmed) {
        super(Texts.of("administration.backup-delete-title"));
        add(new Paragraph(Texts.of("administration.backup-delete-why", file.name())));
        Button delete = new Button(Texts.of("administration.backup-delete-confirm"), _ -> {
            close();
            confirmed.run();
        });
        delete.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
        getFooter().add(new Button(Texts.of("administration.cancel"), _ -> close()), delete);
    }
}
