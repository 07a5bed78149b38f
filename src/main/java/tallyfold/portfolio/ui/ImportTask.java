package tallyfold.portfolio.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.Command;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A long call off the UI thread. Its outcome comes back to the page that asked, unless it was cancelled or the page is
 * gone. Made and cancelled on the UI thread.
 */
final class ImportTask {

    private final UI ui = UI.getCurrentOrThrow();
    private volatile boolean cancelled;
    private @Nullable Future<?> running;

    static <T> ImportTask start(
            ExecutorService background,
            Function<ImportTask, T> work,
            Consumer<T> done,
            Consumer<RuntimeException> failed) {
        ImportTask task = new ImportTask();
        task.running = background.submit(() -> task.run(work, done, failed));
        return task;
    }

    /** For news of the work while it goes on; called on the working thread. */
    void tell(Command news) {
        if (cancelled || !ui.isAttached()) {
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

    /** Asks the work to stop and makes sure that nothing is heard of it any more. */
    void cancel() {
        cancelled = true;
        if (running != null) {
            running.cancel(true);
        }
    }

    private <T> void run(Function<ImportTask, T> work, Consumer<T> done, Consumer<RuntimeException> failed) {
        try {
            T result = work.apply(this);
            tell(() -> done.accept(result));
        } catch (RuntimeException e) {
            tell(() -> failed.accept(e));
        }
    }
}
