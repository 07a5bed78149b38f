package tallyfold.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tallyfold.workitem.CountedItems;

/** Processes that are told to stop, that freeze, and that share one database. */
class ProcessesIT {

    private static final Duration LATENCY = Duration.ofMillis(600);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Set<String> GOOD_ENDS = Set.of("SUCCEEDED", "FINISHED_WITH_WARNINGS");

    private static final String NAME = "--db-scheduler.scheduler-name=";
    private static final Set<String> OTHERS = Set.of("second", "third");

    @TempDir
    Path folder;

    private static Imported begin(Browser browser, RunningProduct product, Path home, SimulatedWorld world) {
        return Imported.begin(
                browser.page(),
                product,
                home,
                world.simulator(),
                world.fabrikam(),
                world.tokens(world.fabrikam()).working(),
                LATENCY);
    }

    private static void await(String what, BooleanSupplier until) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!until.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Waited in vain: " + what);
            }
            Thread.sleep(Duration.ofMillis(200));
        }
    }

    private static boolean ended(Installation installation) {
        return GOOD_ENDS.containsAll(installation.runs().keySet());
    }

    private static void assertEqualToTheTruth(Installation installation, Imported imported) {
        assertThat(installation.stored()).isEqualTo(imported.truth());
        assertThat(installation.runs().keySet()).isSubsetOf(GOOD_ENDS);
        assertThat(CountedItems.kept(installation.jdbc())).isEqualTo(CountedItems.counted(installation.jdbc()));
    }

    @ParameterizedTest
    @EnumSource(Installation.Database.class)
    void stopsWithinThirtySecondsShowsTheRunAsInterruptedAndGoesOnAfterTheStart(Installation.Database database)
            throws InterruptedException {
        try (SimulatedWorld world = new SimulatedWorld();
                Installation installation = Installation.on(database, folder);
                Browser browser = Browser.open()) {
            RunningProduct product = installation.start(world.arguments());
            Imported imported = begin(browser, product, installation.home(), world);
            imported.awaitRequests(20);

            long began = System.nanoTime();
            product.close();
            Duration stopped = Duration.ofNanos(System.nanoTime() - began);

            assertThat(stopped).isLessThan(Duration.ofSeconds(30));
            assertThat(installation.runs()).containsKey("INTERRUPTED").doesNotContainKeys("RUNNING", "FAILED");

            world.simulator().latency(Duration.ZERO);
            try (RunningProduct _ = installation.start(world.arguments())) {
                imported.awaitQuiet();
            }
            assertEqualToTheTruth(installation, imported);
            System.out.println("Stopped during import on " + database + ": within " + stopped.toMillis()
                    + " ms, went on by itself");
        }
    }

    /**
     * A process is killed, another one is frozen while a third takes its run over, and wakes up when all is done: it must
     * not write any more. Then the schedule comes round in the two that are left.
     */
    @Test
    void threeProcessesShareOneDatabase() throws Exception {
        try (SimulatedWorld world = new SimulatedWorld();
                Installation installation = Installation.on(Installation.Database.POSTGRESQL, folder);
                Browser browser = Browser.open()) {
            RunningProduct first = installation.start(world.arguments());
            Imported imported = begin(browser, first, installation.home(), world);
            imported.awaitRequests(10);
            try (RunningProduct second = installation.startAnother("second", world.arguments(NAME + "second"));
                    RunningProduct third = installation.startAnother("third", world.arguments(NAME + "third"))) {
                first.kill();
                await("the killed process's run is taken over", () -> OTHERS.contains(holder(installation)));
                RunningProduct taker = holder(installation).equals("second") ? second : third;
                imported.awaitRequests(5);

                signal("-STOP", taker);
                await(
                        "the frozen process's run is taken over",
                        () -> holder(installation).equals(taker == second ? "third" : "second"));
                world.simulator().latency(Duration.ZERO);
                await("all runs end", () -> ended(installation));
                List<String> before = written(installation);
                signal("-CONT", taker);
                imported.awaitQuiet();

                assertThat(written(installation)).as("late writes").isEqualTo(before);
                assertEqualToTheTruth(installation, imported);
            }
            System.out.println(
                    "Three processes on one database: a killed one's and a frozen one's runs taken over, 0 late writes, "
                            + imported.truth().values().stream()
                                    .mapToInt(Map::size)
                                    .sum() + " work items equal to the truth");
        }
    }

    /** Which process holds the execution of the connection, by the name it was started under. */
    private static String holder(Installation installation) {
        return installation
                .jdbc()
                .sql("SELECT picked_by FROM scheduled_tasks WHERE task_name = 'sync-connection' AND picked = TRUE")
                .query(String.class)
                .optional()
                .orElse("");
    }

    /** All a run writes, in a form to compare. */
    private static List<String> written(Installation installation) {
        return installation.jdbc().sql("""
                        SELECT 'run ' || id || ' ' || status || ' ' || items_read || ' ' || requests FROM sync_run
                        UNION ALL SELECT 'version ' || link_id || ' ' || version FROM item_version
                        UNION ALL SELECT 'item ' || remote_id || ' ' || rev || ' ' || content_hash FROM work_item
                        ORDER BY 1
                        """).query((row, _) -> row.getString(1)).list();
    }

    private static void signal(String name, RunningProduct product) throws IOException, InterruptedException {
        int exit = new ProcessBuilder("kill", name, Long.toString(product.pid()))
                .start()
                .waitFor();
        assertThat(exit).isZero();
    }
}
