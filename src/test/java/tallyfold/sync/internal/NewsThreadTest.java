package tallyfold.sync.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.mockito.Mockito.mock;

import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tallyfold.sync.SyncRun;

class NewsThreadTest {

    private static final int SECONDS = 10;

    private final NewsThread news = new NewsThread();
    private final BlockingQueue<SyncRun> heard = new LinkedBlockingQueue<>();

    @AfterEach
    void stop() {
        news.stop();
    }

    private @Nullable SyncRun next() throws InterruptedException {
        return heard.poll(SECONDS, TimeUnit.SECONDS);
    }

    @Test
    void doesNotHoldUpWhoTells() throws InterruptedException {
        CountDownLatch drawn = new CountDownLatch(1);
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        Consumer<SyncRun> slow = news.carry(run -> {
            threads.add(Thread.currentThread());
            try {
                assertThat(drawn.await(SECONDS, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            heard.add(run);
        });
        SyncRun run = mock(SyncRun.class);

        slow.accept(run);

        assertThat(heard).isEmpty();
        drawn.countDown();
        assertThat(next()).isSameAs(run);
        assertThat(threads).doesNotContain(Thread.currentThread());
    }

    @Test
    void keepsTheOrder() throws InterruptedException {
        Consumer<SyncRun> carried = news.carry(heard::add);
        List<SyncRun> told =
                Stream.<SyncRun>generate(() -> mock(SyncRun.class)).limit(50).toList();

        told.forEach(carried);

        for (SyncRun run : told) {
            assertThat(next()).isSameAs(run);
        }
    }

    @Test
    void goesOnAfterAListenerThatFails() throws InterruptedException {
        Consumer<SyncRun> broken = news.carry(_ -> {
            throw new IllegalStateException("a broken page");
        });
        SyncRun run = mock(SyncRun.class);

        broken.accept(run);
        news.carry(heard::add).accept(run);

        assertThat(next()).isSameAs(run);
    }

    @Test
    void letsTheEngineEndItsRunsWhileTheProductStops() {
        news.stop();

        assertThatCode(() -> news.carry(heard::add).accept(mock(SyncRun.class))).doesNotThrowAnyException();
    }
}
