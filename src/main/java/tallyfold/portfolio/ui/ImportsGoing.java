package tallyfold.portfolio.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import tallyfold.sync.SyncRun;
import tallyfold.sync.SyncTrigger;
import tallyfold.uikit.Note;
import tallyfold.uikit.StatusWord.Tone;
import tallyfold.uikit.Texts;

/** Says that imports go on, above the list of projects. */
final class ImportsGoing extends Div {

    private final transient @Nullable Runnable open;
    private long shown;

    /** @param open shows the imports; null for who may not */
    ImportsGoing(@Nullable Runnable open) {
        this.open = open;
        getElement().setAttribute("aria-live", "polite");
    }

    void show(Collection<SyncRun> unfinished) {
        long first = unfinished.stream()
                .filter(run -> run.trigger() == SyncTrigger.FIRST)
                .count();
        if (first == shown) {
            return;
        }
        shown = first;
        removeAll();
        if (first > 0) {
            Note note = new Note(Tone.INFO, Texts.of("portfolio.importing", first));
            Runnable show = open;
            if (show != null) {
                Button button = new Button(Texts.of("portfolio.importing.show"), _ -> show.run());
                button.addThemeVariants(ButtonVariant.TERTIARY);
                note.add(button);
            }
            add(note);
        }
    }
}
