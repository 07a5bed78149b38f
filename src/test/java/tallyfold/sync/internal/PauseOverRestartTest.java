package tallyfold.sync.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import simulator.azuredevops.Manners;
import tallyfold.project.Link;
import tallyfold.support.Databases;
import tallyfold.sync.SyncRun;
import tallyfold.sync.SyncRunStatus;
import tallyfold.sync.SyncTrigger;

/** An organization asks for a pause, and the process that was told ends: the next one keeps it. */
@ParameterizedClass
@EnumSource(Databases.Kind.class)
class PauseOverRestartTest {

    private static final Duration LONGEST = Manners.LONGEST_WAIT;

    private final FaultyWorld world;
    private Instant told = Instant.MAX;
    private volatile @Nullable Instant asked;

    PauseOverRestartTest(Databases.Kind kind) {
        world = new FaultyWorld(kind);
    }

    @AfterEach
    void close() {
        world.close();
    }

    /**
     * A run that was refused, and a process that ended: by a wait so long that nobody in it waited, so that the clock stands still.
     */
    private Link refusedAndRestarted(String retryAfter) {
        Link link = world.link(1);
        world.simulator.faults().onAny().times(1).throttled(retryAfter);
        told = world.clock.instant();
        assertThat(world.work(link).failureCode()).isEqualTo("THROTTLED");
        world.awaitKeptPause();
        world.simulator.faults().clear();
        world.restart();
        world.simulator.faults().onAny().times(1).whenAsked(() -> asked = world.clock.instant());
        return link;
    }

    private SyncRun again(Link link) {
        world.engine.enqueue(link, SyncTrigger.FIRST);
        return world.work(link);
    }

    private void assertAskedInTime() {
        assertThat(asked).isNotNull().isAfterOrEqualTo(told.plus(LONGEST));
        world.assertMannerly();
    }

    @Test
    void asksNothingBeforeTheTimeIsOver() {
        Link link = refusedAndRestarted("900");

        // Ends as throttled or waits, depending on which of its questions comes first.
        // The next one finds the time over.
        if (again(link).status() != SyncRunStatus.SUCCEEDED) {
            assertThat(world.engine.latest(link).failureCode()).isEqualTo("THROTTLED");
            world.clock.advance(LONGEST);
            assertThat(again(link).status()).isEqualTo(SyncRunStatus.SUCCEEDED);
        }

        assertAskedInTime();
        world.assertRecovers(link);
        assertThat(world.engine.count("organization_pause")).isZero();
    }

    @Test
    void waitsWhatIsLeftWhereThatIsShort() {
        Link link = refusedAndRestarted("900");
        world.clock.advance(LONGEST.minusSeconds(20));

        SyncRun run = again(link);

        assertThat(run.status()).isEqualTo(SyncRunStatus.SUCCEEDED);
        assertThat(run.waited()).isGreaterThan(Duration.ofSeconds(15));
        assertThat(world.engine.shown(link.id())).isEqualTo(world.truth(link));
        assertAskedInTime();
        world.assertRecovers(link);
    }

    @Test
    void isNotFrozenByAnOrganizationThatAsksForYears() {
        Link link = refusedAndRestarted("999999999");
        world.clock.advance(LONGEST);

        assertThat(again(link).status()).isEqualTo(SyncRunStatus.SUCCEEDED);
        assertAskedInTime();
        world.assertRecovers(link);
    }

    @Test
    void keepsNothingOfAHealthyRun() {
        Link link = world.link(1);
        assertThat(world.work(link).status()).isEqualTo(SyncRunStatus.SUCCEEDED);
        assertThat(world.engine.count("organization_pause")).isZero();
    }
}
