package tallyfold.portfolio.ui.source;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import tallyfold.uikit.Texts;

/** Shown while the list of projects is read: how many so far, and a way out. */
public final class ReadingProjects extends Div {

    private final Span words = new Span(Texts.of("importing.reading"));

    public ReadingProjects(Runnable cancel) {
        addClassName("tf-import-reading");
        words.getElement().setAttribute("aria-live", "polite");
        ProgressBar bar = new ProgressBar();
        bar.setIndeterminate(true);
        bar.getElement().setAttribute("aria-label", Texts.of("importing.reading"));
        Button stop = new Button(Texts.of("importing.cancel-reading"), _ -> cancel.run());
        Div line = new Div(words, stop);
        line.addClassName("tf-import-reading-line");
        Div shape = new Div();
        shape.addClassName("tf-import-skeleton");
        add(bar, shape, line);
    }

    public void soFar(int projects) {
        words.setText(Texts.of("importing.reading-so-far", projects));
    }
}
