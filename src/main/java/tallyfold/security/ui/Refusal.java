package tallyfold.security.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import tallyfold.uikit.Note;
import tallyfold.uikit.StatusWord;
import tallyfold.uikit.Texts;

/** A refusal with its number, which leads to the help article that explains it. */
final class Refusal {

    private Refusal() {}

    /**
     * A note above a form.
     *
     * @param id for example {@code TF-SIGN-01}
     */
    static Note note(String id, String text) {
        Anchor number = new Anchor("help/sign-in#" + id.toLowerCase(Locale.ROOT), id);
        number.addClassName("tf-second-line");
        number.setAriaLabel(Texts.of("security.refusal.help", id));
        return new Note(StatusWord.Tone.BAD, new Span(text), number);
    }
}
