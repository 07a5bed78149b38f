package tallyfold.uikit;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

/** A state as icon and word, with an optional second line that gives the reason. */
public final class StatusWord extends Div {

    /** How a state is meant; decides the colour, never alone the message. */
    public enum Tone {
        GOOD("tf-good"),
        WARNING("tf-warning"),
        BAD("tf-bad"),
        INFO("tf-info"),
        QUIET("tf-quiet"),
        ACCENT("tf-accent");

        private final String className;

        Tone(String className) {
            this.className = className;
        }

        public String className() {
            return className;
        }
    }

    public StatusWord(Symbol symbol, String word, Tone tone) {
        this(symbol, word, tone, null);
    }

    public StatusWord(Symbol symbol, String word, Tone tone, @Nullable String reason) {
        addClassName("tf-status");
        Span line = new Span(symbol.icon(), new Span(word));
        line.addClassNames("tf-status-word", tone.className());
        add(line);
        if (reason != null && !reason.isBlank()) {
            Span second = new Span(reason);
            second.addClassName("tf-second-line");
            second.setTitle(reason);
            add(second);
        }
    }
}
