package tallyfold.portfolio.ui.standing;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import tallyfold.project.ProjectContents;
import tallyfold.uikit.Note;
import tallyfold.uikit.StatusWord.Tone;
import tallyfold.uikit.Texts;

/** Asks before a project goes: what goes with it, that it cannot be undone, and a typed word. */
final class DeleteProjectDialog extends Dialog {

    private static final String WORD = "DELETE";

    private final TextField word = new TextField(Texts.of("standing.delete.type"));

    /** @param items how many work items it shows */
    DeleteProjectDialog(String project, ProjectContents contents, long items, Runnable confirmed) {
        setHeaderTitle(Texts.of("standing.delete.title", project));
        addClassName("tf-connection-dialog");
        setRole("alertdialog");
        setCloseOnOutsideClick(false);
        word.setManualValidation(true);
        word.setRequiredIndicatorVisible(true);
        word.getElement().setAttribute("autocapitalize", "characters");
        UnorderedList going = new UnorderedList(
                new ListItem(Texts.of("standing.delete.links", contents.links())),
                new ListItem(Texts.of("standing.delete.items", items)),
                new ListItem(Texts.of("standing.delete.key-dates", contents.keyDates())),
                new ListItem(Texts.of("standing.delete.history", contents.statusChanges())));
        Div body = new Div(
                new Paragraph(Texts.of("standing.delete.what")),
                going,
                new Note(Tone.WARNING, Texts.of("standing.delete.warning")),
                new Paragraph(Texts.of("standing.delete.source")),
                word);
        body.addClassName("tf-connection-left");
        add(body);
        Button delete = new Button(Texts.of("standing.delete"), _ -> {
            if (!word.getValue().strip().equals(WORD)) {
                word.setErrorMessage(Texts.of("standing.delete.mistyped"));
                word.setInvalid(true);
                word.focus();
                return;
            }
            close();
            confirmed.run();
        });
        delete.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
        getFooter().add(new Button(Texts.of("standing.cancel"), _ -> close()), delete);
    }
}
