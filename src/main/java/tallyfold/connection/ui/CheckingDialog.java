package tallyfold.connection.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.Command;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tallyfold.provider.CheckListener;
import tallyfold.uikit.StatusWord.Tone;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;

/** A window whose button runs checks in the background and shows them live. */
abstract class CheckingDialog extends Dialog {

    private static final Logger LOG = LoggerFactory.getLogger(CheckingDialog.class);

    protected final ChecksPanel checks = new ChecksPanel();
    private final transient ExecutorService executor;
    private final Div footNote = new Div();
    private final Button cancel = new Button(Texts.of("connection.cancel"), _ -> close());
    private transient @Nullable AtomicBoolean running;

    CheckingDialog(String title, ExecutorService executor) {
        this.executor = executor;
        setHeaderTitle(title);
        addClassName("tf-connection-dialog");
        setCloseOnOutsideClick(false);
        footNote.addClassName("tf-dialog-note");
        footNote.getElement().setAttribute("role", "status");
        getFooter().add(footNote, cancel);
        addOpenedChangeListener(change -> {
            if (!change.isOpened()) {
                stopRunning();
                closed();
            }
        });
    }

    /** The window is gone, however it came about: forget what must not stay. */
    protected abstract void closed();

    /** Locks the fields while checks run, and unlocks them. */
    protected abstract void lock(boolean locked);

    /** The button on the right; Enter in one of the lines presses it. */
    protected final Button addPrimary(String text, Runnable action, Component... lines) {
        Button button = new Button(text, _ -> {
            if (running == null) {
                action.run();
            }
        });
        button.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(button);
        if (lines.length > 0) {
            // What was typed reaches the server with the focus going, before the button is pressed.
            button.addClickShortcut(Key.ENTER).listenOn(lines).resetFocusOnActiveElement();
        }
        return button;
    }

    protected final void sayClose() {
        cancel.setText(Texts.of("connection.close"));
    }

    protected final void note(Tone tone, String text) {
        footNote.removeAll();
        if (tone == Tone.BAD) {
            footNote.add(Symbol.FAILURE.icon("tf-bad"));
        }
        footNote.add(new Span(text));
    }

    /**
     * Runs the work off the user-interface thread and comes back with its result. Closing the window ends the work at the
     * next check. It is not interrupted: an interrupt that meets the embedded database closes its file.
     *
     * @param late what to do with a result that comes when the window is closed already
     */
    protected final <R> void run(
            @Nullable String tokenPage, Function<CheckListener, R> work, Consumer<R> done, Consumer<R> late) {
        UI ui = UI.getCurrentOrThrow();
        AtomicBoolean wanted = new AtomicBoolean(true);
        running = wanted;
        lock(true);
        checks.start(tokenPage);
        note(Tone.INFO, Texts.of("connection.create.running"));
        executor.execute(() -> {
            try {
                R result = work.apply(check -> {
                    if (!wanted.get()) {
                        throw new CancellationException();
                    }
                    tell(ui, () -> checks.show(check));
                });
                tell(ui, () -> end(wanted, () -> done.accept(result), () -> late.accept(result)));
            } catch (CancellationException closedMeanwhile) {
                LOG.debug("A check was given up because its window was closed");
            } catch (RuntimeException e) {
                LOG.error("A check of a connection failed inside the product", e);
                tell(ui, () -> end(wanted, this::broken, () -> {}));
            }
        });
    }

    private void end(AtomicBoolean wanted, Runnable done, Runnable late) {
        if (!wanted.get()) {
            late.run();
            return;
        }
        stopRunning();
        checks.stop();
        lock(false);
        done.run();
    }

    private void broken() {
        note(Tone.BAD, Texts.of("connection.create.broken"));
    }

    private void stopRunning() {
        AtomicBoolean current = running;
        if (current != null) {
            current.set(false);
        }
        running = null;
    }

    private static void tell(UI ui, Command command) {
        try {
            Future<Void> _ = ui.access(command);
        } catch (UIDetachedException gone) {
            LOG.debug("The page of a check was closed");
        }
    }
}
