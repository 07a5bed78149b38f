package tallyfold.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that are told to end, freeze, wake up or share their work with others: every run is done once and to its end. */
class ProcessFaultsIT {

    private static final Duration SLOW = Duration.ofMillis(400);
    private static final String[] QUICK = {
        "--db-scheduler.heartbeat-interval=1s", "--db-scheduler.polling-interval=500ms"
    };

    @TempDir
    Path folder;

    @Test
    void endsInTimeWhenToldToAndGoesOnByItselfAtTheNextStart() {
        Path home = folder.resolve("home");
        try (SyncingProduct syncing = new SyncingProduct(home, Store.fileIn(home))) {
            RunningProduct product = syncing.start();
            syncing.beginImport(product, SLOW);
            syncing.awaitRequests(syncing.world.simulator().requests().count() + 6);
            // A wait that was asked for must not hold up the end either. It is as long as a run that has just begun
            // waits at most, and no longer: else such a run rightly ends as throttled before it can be interrupted.
            syncing.world.simulator().faults().onAny().throttled("29");
            syncing.awaitRequests(syncing.world.simulator().requests().count() + 1);
            long told = System.nanoTime();
            product.close();
            Duration took = Duration.ofNanos(System.nanoTime() - told);

            assertThat(took).isLessThan(Duration.ofSeconds(20));
            assertThat(syncing.store.count("sync_run WHERE status = 'INTERRUPTED'"))
                    .isPositive();
            assertThat(syncing.store.failures())
                    .allMatch(run -> run.startsWith("INTERRUPTED") || run.startsWith("WAITING"));

            syncing.world.simulator().faults().clear();
            syncing.world.simulator().latency(Duration.ZERO);
            long asked = syncing.world.simulator().requests().count();
            RunningProduct next = syncing.start();
            // Quiet at first as well, for what is left of the wait.
            syncing.awaitRequests(asked + 1);
            syncing.awaitQuiet();
            next.close();
            assertThat(syncing.store.failures()).isEmpty();
            assertThat(syncing.store.items()).isEqualTo(syncing.truth());
            assertThat(syncing.world.simulator().manners().tooEarly())
                    .as("the wait outlives the process")
                    .isEmpty();
            System.out.println("SIGTERM to exit: " + took.toMillis() + " ms");
        }
    }

    @Test
    void sharesOneDatabaseAmongThreeProcesses() throws IOException, InterruptedException {
        Path home = folder.resolve("home");
        try (SyncingProduct syncing = new SyncingProduct(home, Store.postgres())) {
            RunningProduct first = syncing.start(QUICK);
            syncing.beginImport(first, SLOW);
            syncing.awaitRequests(syncing.world.simulator().requests().count() + 6);

            signal(first, "STOP");
            RunningProduct second = syncing.startAnother(2, QUICK);
            long asked = syncing.world.simulator().requests().count();
            syncing.awaitRequests(asked + 20);
            // Killed in the middle of what it took over; the third goes on.
            second.kill();
            RunningProduct third = syncing.startAnother(3, QUICK);
            syncing.world.simulator().latency(Duration.ZERO);
            SyncingProduct.await("Nobody took the runs over", () -> syncing.store.unfinished() == 0);
            String before = syncing.store.items().toString();
            long finished = syncing.store.count("sync_run");
            signal(first, "CONT");
            SyncingProduct.await(
                    "The frozen process did not notice", () -> first.output().contains("was taken over"));
            syncing.awaitQuiet();

            assertThat(syncing.store.items()).hasToString(before).isEqualTo(syncing.truth());
            assertThat(syncing.store.failures()).isEmpty();
            assertThat(syncing.store.count("sync_run")).isEqualTo(finished);

            RunningProduct again = syncing.startAnother(2, QUICK);
            long links = syncing.store.count("link");
            // Only the server's schedule has a row: nobody has chosen one for the connection.
            assertThat(syncing.store.change("UPDATE sync_schedule SET due_at = CURRENT_TIMESTAMP"))
                    .isEqualTo(1);
            SyncingProduct.await(
                    "The schedule did not come round",
                    () -> syncing.store.count("sync_run WHERE trigger_kind = 'SCHEDULE'") > 0);
            syncing.awaitQuiet();
            assertThat(syncing.store.count("sync_run WHERE trigger_kind = 'SCHEDULE'"))
                    .as("the schedule fires once for each link")
                    .isEqualTo(links);

            // All three find the same runs waiting at the same time.
            long feeds = syncing.world.simulator().requests().count("reporting/workitemrevisions");
            syncing.store.queueAll();
            syncing.store.change(
                    "INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
                            + " SELECT 'sync-connection', CAST(id AS VARCHAR), CURRENT_TIMESTAMP, FALSE, 1 FROM connection");
            SyncingProduct.await("The runs were not done", () -> syncing.store.unfinished() == 0);
            syncing.awaitQuiet();
            assertThat(syncing.world.simulator().requests().count("reporting/workitemrevisions") - feeds)
                    .as("one process has asked")
                    .isEqualTo(1);
            assertThat(syncing.store.failures()).isEmpty();
            again.close();
            third.close();
            first.close();
        }
    }

    private static void signal(RunningProduct product, String name) throws IOException, InterruptedException {
        int ended = new ProcessBuilder("kill", "-" + name, Long.toString(product.pid()))
                .inheritIO()
                .start()
                .waitFor();
        assertThat(ended).isZero();
    }
}
