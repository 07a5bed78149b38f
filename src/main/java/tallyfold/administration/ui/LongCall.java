package tallyfold.administration.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.server.Command;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tallyfold.uikit.Texts;

/** A bar that shows how far something on the server is, while that runs off the thread of the page. */
final class LongCall extends Div {

    private static final Logger log = LoggerFactory.getLogger(LongCall.class);

    private final ProgressBar bar = new ProgressBar();
    private final Span words = new Span();
    private final transient ExecutorService background;

    /** Takes news from the working thread. */
    interface Telling {
        void told(long done, long all);
    }

    LongCall(ExecutorService background) {
        this.background = background;
        addClassName("tf-long-call");
        bar.getElement().setAttribute("aria-label", Texts.of("administration.long-call"));
        words.getElement().setAttribute("role", "status");
        add(bar, words);
        setVisible(false);
    }

    /** Runs the work; the results come back on the page's thread, unless the page is gone. */
    <T> void start(String doing, Function<Telling, T> work, Consumer<T> done, Consumer<RuntimeException> failed) {
        UI ui = UI.getCurrentOrThrow();
        bar.setValue(0);
        words.setText(doing);
        setVisible(true);
        background.execute(() -> {
            try {
                T result = work.apply((so, all) -> tell(ui, () -> bar.setValue(all == 0 ? 1 : (double) so / all)));
                tell(ui, () -> {
                    setVisible(false);
                    done.accept(result);
                });
            } catch (RuntimeException e) {
                log.warn("Work for a page of the administration failed", e);
                tell(ui, () -> {
                    setVisible(false);
                    failed.accept(e);
                });
            }
        });
    }

    private static void tell(UI ui, Command command) {
        try {
            Future<Void> _ = ui.access(command);
        } catch (UIDetachedException _) {
            log.debug("A page of the administration was closed while its work went on");
        }
    }
}
