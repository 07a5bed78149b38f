package tallyfold.uikit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;

/** A remark in its place on a page or in a window: what happened, and what to do. */
public final class Note extends Div {

    public Note(StatusWord.Tone tone, Component... content) {
        addClassNames("tf-note", tone.className());
        Symbol symbol = switch (tone) {
            case GOOD -> Symbol.SUCCESS;
            case WARNING -> Symbol.WARNING;
            case BAD -> Symbol.FAILURE;
            case INFO, QUIET, ACCENT -> Symbol.INFO;
        };
        Div words = new Div(content);
        words.addClassName("tf-note-words");
        add(symbol.icon(), words);
        if (tone == StatusWord.Tone.BAD) {
            getElement().setAttribute("role", "alert");
        }
    }

    public Note(StatusWord.Tone tone, String text) {
        this(tone, new com.vaadin.flow.component.html.Span(text));
    }
}
