package tallyfold.administration.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import tallyfold.administration.BackupFile;
import tallyfold.uikit.Bytes;
import tallyfold.uikit.PhoneColumn;
import tallyfold.uikit.Texts;
import tallyfold.uikit.Times;

/** The backups there are, as rows or, on a phone, as cards. */
final class BackupGrid extends Grid<BackupFile> {

    /** Opens the file of a backup. */
    @FunctionalInterface
    interface Content {
        InputStream of(String name) throws IOException;
    }

    private final transient Content content;
    private final transient Consumer<BackupFile> delete;

    /** The content of a backup comes by its name; deleting is asked for, not done. */
    BackupGrid(Content content, Consumer<BackupFile> delete) {
        this.content = content;
        this.delete = delete;
        Column<BackupFile> card =
                addColumn(new ComponentRenderer<>(this::card)).setHeader(Texts.of("administration.backups"));
        addColumn(file -> Times.minute(file.takenAt()))
                .setHeader(Texts.of("administration.backup-taken"))
                .setFlexGrow(2);
        addColumn(BackupGrid::size).setHeader(Texts.of("administration.backup-size"));
        addColumn(BackupGrid::key)
                .setHeader(Texts.of("administration.backup-key"))
                .setFlexGrow(2);
        addColumn(BackupGrid::kind).setHeader(Texts.of("administration.backup-kind"));
        addComponentColumn(this::actions)
                .setHeader(Texts.of("administration.backup-actions"))
                .setAutoWidth(true);
        setSelectionMode(SelectionMode.NONE);
        setAllRowsVisible(true);
        getElement().setAttribute("aria-label", Texts.of("administration.backups"));
        PhoneColumn.follow(this, card);
    }

    private Component card(BackupFile file) {
        Span when = new Span(Times.minute(file.takenAt()));
        when.addClassName("tf-name");
        Span what = new Span(kind(file) + " · " + size(file));
        what.addClassName("tf-second-line");
        Span key = new Span(Texts.of("administration.backup-key") + ": " + key(file));
        key.addClassName("tf-second-line");
        Div card = new Div(when, what, key, actions(file));
        card.addClassName("tf-user-card-words");
        return card;
    }

    private static String kind(BackupFile file) {
        return Texts.of(file.nightly() ? "administration.backup-nightly" : "administration.backup-asked");
    }

    private static String size(BackupFile file) {
        return Bytes.words(file.bytes());
    }

    private static String key(BackupFile file) {
        if (file.rows() < 0) {
            return Texts.of("administration.backup-damaged");
        }
        return file.keyId() == null ? Texts.of("administration.backup-no-key") : file.keyId();
    }

    private Component actions(BackupFile file) {
        DownloadHandler handler = event -> {
            event.setFileName(file.name());
            event.setContentType("application/zip");
            try (InputStream from = content.of(file.name())) {
                from.transferTo(event.getOutputStream());
            }
        };
        Anchor download = new Anchor(handler, Texts.of("administration.backup-download"));
        download.getElement().setAttribute("aria-label", Texts.of("administration.backup-download-of", file.name()));
        Button remove = new Button(Texts.of("administration.backup-delete"), _ -> delete.accept(file));
        remove.addThemeVariants(ButtonVariant.TERTIARY);
        remove.setAriaLabel(Texts.of("administration.backup-delete-of", file.name()));
        Div both = new Div(download, remove);
        both.addClassName("tf-backup-actions");
        return both;
    }
}
