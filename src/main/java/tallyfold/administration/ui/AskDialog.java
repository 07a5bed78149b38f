package tallyfold.administration.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.function.Supplier;
import tallyfold.uikit.Note;
import tallyfold.uikit.StatusWord;
import tallyfold.uikit.Texts;

/** Asks before something that others will notice; a refusal stays in the window. */
final class AskDialog extends Dialog {

    /** @param action answers why it was not done; empty when it was */
    AskDialog(String title, String text, String button, Supplier<String> action) {
        super(title);
        addClassName("tf-ask");
        setRole("alertdialog");
        Div news = new Div();
        news.getElement().setAttribute("aria-live", "polite");
        add(new Paragraph(text), news);
        Button act = new Button(button, _ -> {
            news.removeAll();
            String refusal = action.get();
            if (refusal.isEmpty()) {
                close();
            } else {
                news.add(new Note(StatusWord.Tone.BAD, refusal));
            }
        });
        act.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
        getFooter().add(new Button(Texts.of("administration.cancel"), _ -> close()), act);
    }
}
