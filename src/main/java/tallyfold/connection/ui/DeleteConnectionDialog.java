package tallyfold.connection.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;
import tallyfold.connection.Connection;
import tallyfold.connection.ConnectionUsage.Usage;
import tallyfold.connection.DeletionMode;
import tallyfold.uikit.Note;
import tallyfold.uikit.StatusWord.Tone;
import tallyfold.uikit.Texts;

/** Asks before a connection goes: what hangs on it, what becomes of that, and a typed word. */
final class DeleteConnectionDialog extends Dialog {

    private static final String WORD = "DELETE";

    private final RadioButtonGroup<DeletionMode> choice = new RadioButtonGroup<>(Texts.of("connection.delete.choice"));
    private final TextField word = new TextField(Texts.of("connection.delete.type"));

    DeleteConnectionDialog(Connection connection, Usage usage, Consumer<DeletionMode> onConfirmed) {
        setHeaderTitle(Texts.of("connection.delete.title", connection.name()));
        addClassName("tf-connection-dialog");
        setRole("alertdialog");
        setCloseOnOutsideClick(false);
        boolean unused = usage.equals(Usage.NONE);
        Paragraph hanging = new Paragraph(
                unused
                        ? Texts.of("connection.delete.unused")
                        : Texts.of(
                                "connection.delete.usage",
                                Texts.of("connection.projects", usage.projects()),
                                Texts.of("connection.work-items", usage.workItems())));
        choice.setItems(DeletionMode.values());
        choice.setItemLabelGenerator(
                mode -> Texts.of(mode == DeletionMode.ERASE ? "connection.delete.erase" : "connection.delete.keep"));
        choice.setValue(DeletionMode.KEEP_READ_ONLY);
        choice.setVisible(!unused);
        Note warning = new Note(Tone.WARNING, Texts.of("connection.delete.erase.warning"));
        warning.setVisible(false);
        choice.addValueChangeListener(change -> warning.setVisible(change.getValue() == DeletionMode.ERASE));
        word.setManualValidation(true);
        word.setRequiredIndicatorVisible(true);
        word.getElement().setAttribute("autocapitalize", "characters");
        Div body = new Div(
                hanging,
                choice,
                warning,
                new Paragraph(Texts.of(unused ? "connection.delete.token.only" : "connection.delete.token")),
                word);
        body.addClassName("tf-connection-left");
        add(body);
        Button delete = new Button(Texts.of("connection.delete.button"), _ -> {
            if (!word.getValue().strip().equals(WORD)) {
                word.setErrorMessage(Texts.of("connection.delete.mistyped"));
                word.setInvalid(true);
                word.focus();
                return;
            }
            close();
            onConfirmed.accept(choice.getValue());
        });
        delete.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
        getFooter().add(new Button(Texts.of("connection.cancel"), _ -> close()), delete);
    }
}
