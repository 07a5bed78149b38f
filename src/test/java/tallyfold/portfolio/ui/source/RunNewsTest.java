package tallyfold.portfolio.ui.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.Command;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tallyfold.project.LinkId;
import tallyfold.sync.SyncRun;
import tallyfold.sync.SyncService;

class RunNewsTest {

    private static final Duration PACE = Duration.ofMillis(300);

    private final BlockingQueue<Map<LinkId, SyncRun>> drawn = new LinkedBlockingQueue<>();
    private final AtomicReference<@Nullable Consumer<SyncRun>> engine = new AtomicReference<>();
    private final UI ui = new PromptUI();

    /** A page that nobody else holds. */
    private static final class PromptUI extends UI {

        @Override
        public java.util.concurrent.Future<Void> access(Command command) {
            command.execute();
            return java.util.concurrent.CompletableFuture.completedFuture(null);
        }
    }

    @BeforeEach
    void follow() {
        SyncService syncs = mock(SyncService.class);
        when(syncs.newsPace()).thenReturn(PACE);
        when(syncs.listen(any())).thenAnswer(call -> {
            engine.set(call.getArgument(0));
            return (AutoCloseable) () -> engine.set(null);
        });
        Component page = new Div();
        RunNews.follow(page, syncs, drawn::add);
        ui.add(page);
    }

    private void tell(SyncRun run) {
        Consumer<SyncRun> listener = engine.get();
        assertThat(listener).isNotNull();
        if (listener != null) {
            listener.accept(run);
        }
    }

    private static SyncRun run(LinkId link) {
        SyncRun run = mock(SyncRun.class);
        when(run.link()).thenReturn(link);
        return run;
    }

    @Test
    void drawsTheFirstAtOnceAndThenFoldsWhatComesTooFast() throws InterruptedException {
        LinkId shop = new LinkId(UUID.randomUUID());
        LinkId warehouse = new LinkId(UUID.randomUUID());
        SyncRun last = run(shop);
        SyncRun other = run(warehouse);

        tell(run(shop));
        assertThat(drawn.poll()).containsOnlyKeys(shop);
        long began = System.nanoTime();
        for (int i = 0; i < 100; i++) {
            tell(run(shop));
        }
        tell(other);
        tell(last);

        assertThat(drawn.poll(10, TimeUnit.SECONDS))
                .containsExactlyInAnyOrderEntriesOf(Map.of(shop, last, warehouse, other));
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(PACE.dividedBy(2));
        assertThat(drawn).isEmpty();
    }

    @Test
    void drawsNothingOnAPageThatIsLeft() throws InterruptedException {
        LinkId shop = new LinkId(UUID.randomUUID());
        tell(run(shop));
        tell(run(shop));
        drawn.clear();

        ui.removeAll();

        assertThat(drawn.poll(2 * PACE.toMillis(), TimeUnit.MILLISECONDS)).isNull();
        assertThat(engine.get()).isNull();
    }
}
