package tallyfold.administration.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;

/**
 * Reads something again and again while a component is on a page, and shows it there. By push and not by polling: a request from
 * the browser every few seconds would keep a session alive that nobody uses.
 */
final class LiveRefresh {

    private static final Logger LOG = LoggerFactory.getLogger(LiveRefresh.class);

    /** Runs a task after a while, off the user-interface thread. */
    interface Pace extends Executor {}

    /** The pace of the product. */
    @Configuration(proxyBeanMethods = false)
    static class Paces {

        private static final int SECONDS = 10;

        @Bean
        Pace refreshPace(ExecutorService backgroundExecutor) {
            return CompletableFuture.delayedExecutor(SECONDS, TimeUnit.SECONDS, backgroundExecutor)::execute;
        }
    }

    private LiveRefresh() {}

    /**
     * @param later how long to wait between
     * @param read called as the user of the page
     */
    static <T> void follow(Component component, Pace later, Supplier<T> read, Consumer<T> show) {
        component.addAttachListener(attached -> {
            UI ui = attached.getUI();
            AtomicBoolean wanted = new AtomicBoolean(true);
            component.addDetachListener(detached -> {
                detached.unregisterListener();
                wanted.set(false);
            });
            next(ui, wanted, later, read, show);
        });
    }

    private static <T> void next(UI ui, AtomicBoolean wanted, Pace later, Supplier<T> read, Consumer<T> show) {
        later.execute(new DelegatingSecurityContextRunnable(() -> {
            if (!wanted.get()) {
                return;
            }
            try {
                T fresh = read.get();
                Future<Void> _ = ui.access(() -> {
                    if (wanted.get()) {
                        show.accept(fresh);
                    }
                });
            } catch (UIDetachedException gone) {
                wanted.set(false);
            } catch (RuntimeException e) {
                LOG.warn("A page could not be brought up to date", e);
            }
            if (wanted.get()) {
                next(ui, wanted, later, read, show);
            }
        }));
    }
}
