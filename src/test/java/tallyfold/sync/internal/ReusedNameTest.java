package tallyfold.sync.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tallyfold.project.Link;
import tallyfold.support.Databases;
import tallyfold.sync.SyncRun;
import tallyfold.sync.SyncRunStatus;
import tallyfold.sync.SyncTrigger;

/** An organization goes, and another takes its name: what the other one answers is none of our business. */
class ReusedNameTest {

    @ParameterizedTest
    @EnumSource(
            value = SyncTrigger.class,
            names = {"SCHEDULE", "FULL"})
    void keepsEverythingAndSaysThatTheProjectIsNotThere(SyncTrigger trigger) {
        try (FaultyWorld world = new FaultyWorld(Databases.Kind.H2)) {
            Link link = world.link(1);
            assertThat(world.work(link).status()).isEqualTo(SyncRunStatus.SUCCEEDED);
            Map<Long, Integer> before = world.engine.shown(link.id());

            world.anotherOrganizationTakesTheName();
            world.clock.advance(FeedPass.PROJECTS_EVERY);
            world.engine.enqueue(link, trigger);
            SyncRun run = world.work(link);

            assertThat(run.status()).isEqualTo(SyncRunStatus.FAILED);
            assertThat(run.failureCode()).startsWith("NOT_FOUND");
            assertThat(world.engine.shown(link.id())).isEqualTo(before);
            assertThat(titles(world)).isZero();

            world.clock.advance(Duration.ofDays(2));
            world.engine.enqueue(link, trigger);
            world.work(link);
            assertThat(world.engine.shown(link.id())).isEqualTo(before);
            assertThat(titles(world)).isZero();
        }
    }

    private static int titles(FaultyWorld world) {
        return world.engine
                .jdbc()
                .sql("SELECT COUNT(*) FROM work_item WHERE title LIKE 'Of another%'")
                .query((rs, _) -> rs.getInt(1))
                .single();
    }
}
