package tallyfold.sync.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tallyfold.project.Link;
import tallyfold.support.Databases;
import tallyfold.support.MutableClock;
import tallyfold.sync.SyncRun;
import tallyfold.sync.SyncRunId;

class SyncProgressTest {

    private final MutableClock clock = new MutableClock();
    private final Databases database = Databases.fresh(Databases.Kind.H2);
    private final EngineWorld world = new EngineWorld(database, new FakeOrganization(), clock).start();
    private final SyncProgress progress = world.get(SyncProgress.class);
    private final List<SyncRun> heard = new ArrayList<>();
    private SyncRunId run;

    @SuppressWarnings("NullAway") // set before each test
    SyncProgressTest() {}

    @BeforeEach
    void queue() {
        Link link = world.link("Shop");
        run = world.latest(link).id();
        clock.advance(Duration.ofSeconds(1));
    }

    @AfterEach
    void close() {
        world.close();
        database.close();
    }

    @Test
    void tellsCountsAtMostFiveTimesASecond() {
        progress.listen(heard::add);
        for (int i = 0; i < 100; i++) {
            progress.counted(run);
            clock.advance(Duration.ofMillis(10));
        }
        assertThat(heard).hasSizeBetween(4, 6);
    }

    @Test
    void tellsTheLastCountsLaterRatherThanNever() {
        progress.listen(heard::add);
        progress.counted(run);
        progress.counted(run);
        assertThat(heard).hasSize(1);
        clock.advance(SyncProgress.PAUSE);
        progress.flush();
        progress.flush();
        assertThat(heard).hasSize(2);
    }

    @Test
    void tellsAChangeOfStatusAtOnce() {
        progress.listen(heard::add);
        progress.counted(run);
        progress.turned(run);
        assertThat(heard).hasSize(2);
    }

    @Test
    void goesOnWhenAListenerFailsAndForgetsWhoLeft() throws Exception {
        progress.listen(_ -> {
            throw new IllegalStateException("a broken listener");
        });
        AutoCloseable listening = progress.listen(heard::add);
        progress.turned(run);
        listening.close();
        progress.turned(run);
        assertThat(heard).hasSize(1);
    }
}
