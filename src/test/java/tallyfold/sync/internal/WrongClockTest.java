package tallyfold.sync.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import simulator.azuredevops.RandomChanges;
import tallyfold.project.Link;
import tallyfold.support.Databases;

/** A machine whose clock is a day off brings over the same as one that is on time. */
class WrongClockTest {

    @ParameterizedTest
    @ValueSource(longs = {-24, 24})
    void doesNotNeedToKnowTheTime(long hours) {
        try (FaultyWorld world = new FaultyWorld(Databases.fresh(Databases.Kind.H2), Duration.ofHours(hours))) {
            Link link = world.link(1);
            world.work(link);
            RandomChanges changes = new RandomChanges(world.organization, 24 + hours);
            for (int round = 0; round < 6; round++) {
                changes.make(30);
                world.sync(link);
                assertThat(world.engine.shown(link.id())).as("round %s", round).isEqualTo(world.truth(link));
            }
            world.assertRecovers(link);
        }
    }
}
