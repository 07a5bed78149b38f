package tallyfold.sync.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import simulator.azuredevops.FaultRule;
import simulator.azuredevops.RandomChanges;
import simulator.azuredevops.http.Delivery;
import simulator.azuredevops.http.WireAnswer;
import tallyfold.project.Link;
import tallyfold.support.Databases;
import tallyfold.sync.SyncRunStatus;

/**
 * Days of a product in use: a sync every quarter of an hour, people who change things all the time, and one answer in twenty
 * that goes wrong. The clock is the simulator's, so that a day takes seconds.
 */
class LifeUnderFaultsTest {

    private static final int DAYS = Integer.getInteger("tallyfold.days", 1);
    private static final int SYNCS_A_DAY = 24 * 4;
    private static final int ONE_IN = 20;

    @Test
    void endsEqualToTheTruth() {
        try (FaultyWorld world = new FaultyWorld(Databases.Kind.H2)) {
            List<Link> links = List.of(world.link(1), world.link(2));
            Random random = new Random(1_126);
            RandomChanges changes = new RandomChanges(world.organization, 2_611);
            FaultRule faults = world.simulator.faults().on(_ -> random.nextInt(ONE_IN) == 0);
            faults.transform(answer -> broken(answer, random.nextInt(8)));
            Map<SyncRunStatus, Integer> ends = new EnumMap<>(SyncRunStatus.class);
            for (int sync = 0; sync < DAYS * SYNCS_A_DAY; sync++) {
                changes.make(random.nextInt(12));
                for (Link link : links) {
                    ends.merge(world.sync(link).status(), 1, Integer::sum);
                }
            }

            assertThat(faults.applied()).isPositive();
            assertThat(ends).containsKey(SyncRunStatus.SUCCEEDED);
            world.simulator.faults().clear();
            links.forEach(world::assertRecovers);
            System.out.println(DAYS + " days with " + faults.applied() + " faults among "
                    + world.simulator.requests().count() + " requests, runs ended " + ends);
        }
    }

    private static WireAnswer broken(WireAnswer answer, int how) {
        return switch (how) {
            case 0 -> WireAnswer.of(503, new byte[0]);
            case 1 -> WireAnswer.of(429, new byte[0]).with("Retry-After", "20");
            case 2 -> WireAnswer.of(401, new byte[0]);
            case 3 -> WireAnswer.text(200, "application/json", "[]");
            case 4 -> WireAnswer.text(502, "text/html", "<h1>Bad gateway</h1>");
            case 5 -> answer.deliveredBy(new Delivery.Reset(-1));
            case 6 -> answer.deliveredBy(new Delivery.Cut(answer.body().length / 2, false));
            default -> answer.with("Retry-After", "15");
        };
    }
}
