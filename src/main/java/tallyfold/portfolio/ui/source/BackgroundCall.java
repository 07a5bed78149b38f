package tallyfold.portfolio.ui.source;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.Command;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A long call off the UI thread. Its outcome comes back to the page that asked, unless it was cancelled or the page is
 * gone. Made and cancelled on the UI thread.
 */
public final class BackgroundCall {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundCall.class);

    private final UI ui = UI.getCurrentOrThrow();
    private volatile boolean cancelled;
    private @Nullable Future<?> running;

    private BackgroundCall() {}

    /** Starts at once. */
    public static <T> BackgroundCall start(
            ExecutorService background,
            Function<BackgroundCall, T> work,
            Consumer<T> done,
            Consumer<RuntimeException> failed) {
        return startAfter(Duration.ZERO, background, work, done, failed);
    }

    /**
     * Starts after a pause, in which it can be cancelled before anything was asked: for what follows every key that is
     * pressed.
     */
    public static <T> BackgroundCall startAfter(
            Duration pause,
            ExecutorService background,
            Function<BackgroundCall, T> work,
            Consumer<T> done,
            Consumer<RuntimeException> failed) {
        BackgroundCall call = new BackgroundCall();
        call.running = background.submit(() -> call.run(pause, work, done, failed));
        return call;
    }

    /**
     * For news of the work while it goes on; called on the working thread.
     *
     * @throws CancellationException when nobody waits for the work any more, so that it ends here
     */
    public void tell(Command news) {
        if (cancelled) {
            throw new CancellationException();
        }
        deliver(news);
    }

    /**
     * Makes sure that nothing is heard of the work any more; it ends when it next has news. It is not interrupted: an
     * interrupt that meets the embedded database closes its file.
     */
    public void cancel() {
        cancelled = true;
        if (running != null) {
            running.cancel(false);
        }
    }

    private <T> void run(
            Duration pause, Function<BackgroundCall, T> work, Consumer<T> done, Consumer<RuntimeException> failed) {
        try {
            if (!pause.isZero()) {
                Thread.sleep(pause);
            }
            if (!cancelled) {
                T result = work.apply(this);
                deliver(() -> done.accept(result));
            }
        } catch (CancellationException nobodyWaits) {
            LOG.debug("A call was given up because nobody waits for it any more");
        } catch (InterruptedException shuttingDown) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            deliver(() -> failed.accept(e));
        }
    }

    private void deliver(Command news) {
        if (cancelled || !ui.isAttached()) {
            cancelled = true;
            return;
        }
        try {
            var _ = ui.access(() -> {
                if (!cancelled) {
                    news.execute();
                }
            });
        } catch (UIDetachedException gone) {
            cancelled = true;
        }
    }
}
