package tallyfold.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import simulator.azuredevops.RandomChanges;
import tallyfold.support.Databases;

/**
 * {@code kill -9} at random moments of an import and of the syncs that follow, while items change: it goes on by itself and
 * ends equal to the truth.
 */
class KillDuringSyncIT {

    private static final int KILLS = Integer.getInteger("tallyfold.kills", 5);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Databases.Kind.class)
    void goesOnByItselfAfterEachKillAndEndsEqualToTheTruth(Databases.Kind kind) throws InterruptedException {
        Path home = folder.resolve("home");
        Store database = kind == Databases.Kind.H2 ? Store.fileIn(home) : Store.postgres();
        try (SyncingProduct syncing = new SyncingProduct(home, database)) {
            String[] quick = {"--db-scheduler.heartbeat-interval=1s", "--db-scheduler.polling-interval=500ms"};
            RunningProduct product = syncing.start(quick);
            syncing.beginImport(product, Duration.ofMillis(600));
            Random random = new Random(4_711);
            RandomChanges changes = new RandomChanges(syncing.world.fabrikam(), 815);
            for (int kill = 1; kill <= KILLS; kill++) {
                syncing.awaitRequests(syncing.world.simulator().requests().count() + 1 + random.nextInt(8));
                Thread.sleep(random.nextInt(600));
                product.kill();
                changes.make(5);
                // Something is under way whenever the next kill comes.
                database.queueAll();
                product = syncing.start(quick);
            }
            syncing.world.simulator().latency(Duration.ZERO);
            syncing.awaitQuiet();
            product.close();

            assertThat(database.failures()).isEmpty();
            // What was stored before a change has to be found by one more sync.
            database.queueAll();
            product = syncing.start(quick);
            syncing.awaitQuiet();
            product.close();
            assertThat(database.items()).isEqualTo(syncing.truth());
            assertThat(database.failures()).isEmpty();
            System.out.println("Kills on " + kind + ": " + KILLS + ", "
                    + syncing.truth().values().stream()
                            .mapToInt(java.util.Map::size)
                            .sum()
                    + " work items equal to the truth");
        }
    }
}
