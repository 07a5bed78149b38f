package tallyfold.portfolio.ui.linking;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.function.Consumer;
import tallyfold.project.Link;
import tallyfold.project.UnlinkMode;
import tallyfold.uikit.Note;
import tallyfold.uikit.StatusWord.Tone;
import tallyfold.uikit.Texts;

/** Asks before a link goes, or a copy that is left of one: what becomes of its items, and what cannot be undone. */
final class UnlinkDialog extends Dialog {

    /**
     * A question that is not open yet.
     *
     * @param items how many items hang on the link
     */
    UnlinkDialog(Link link, long items, Consumer<UnlinkMode> onConfirmed) {
        boolean copy = link.detached() != null;
        String system = LinkWords.system(link);
        setHeaderTitle(Texts.of(copy ? "linking.remove-copy.title" : "linking.unlink.title", system));
        addClassName("tf-connection-dialog");
        setRole("alertdialog");
        setCloseOnOutsideClick(false);
        RadioButtonGroup<UnlinkMode> choice = new RadioButtonGroup<>(Texts.of("linking.unlink.choice"));
        choice.setItems(UnlinkMode.values());
        choice.setItemLabelGenerator(mode -> Texts.of("linking.unlink." + mode.name()));
        choice.setValue(copy ? UnlinkMode.REMOVE : UnlinkMode.KEEP_READ_ONLY);
        choice.setVisible(!copy);
        Note warning = new Note(Tone.WARNING, Texts.of("linking.unlink.gone", items));
        warning.getElement().setAttribute("aria-live", "polite");
        warning.setVisible(copy);
        Paragraph kept = new Paragraph(Texts.of("linking.unlink.kept"));
        kept.setVisible(!copy);
        choice.addValueChangeListener(change -> {
            boolean remove = change.getValue() == UnlinkMode.REMOVE;
            warning.setVisible(remove);
            kept.setVisible(!remove);
        });
        Div body = new Div(
                new Paragraph(Texts.of("linking.unlink.items", system, items)),
                choice,
                kept,
                warning,
                new Paragraph(Texts.of("linking.unlink.source")));
        body.addClassName("tf-connection-left");
        add(body);
        Button confirm = new Button(Texts.of(copy ? "linking.remove-copy" : "linking.unlink"), _ -> {
            close();
            onConfirmed.accept(choice.getValue());
        });
        confirm.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
        getFooter().add(new Button(Texts.of("linking.cancel"), _ -> close()), confirm);
    }
}
