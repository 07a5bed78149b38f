package tallyfold.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import simulator.azuredevops.AzureDevOpsSimulator;
import simulator.azuredevops.LoadContent;
import simulator.azuredevops.Organization;
import simulator.azuredevops.SimulatorOptions;
import simulator.azuredevops.TokenSpec;
import tallyfold.workitem.CountedItems;

/** {@code kill -9} at random moments of an import: it goes on by itself and ends equal to the truth. */
class KilledIT {

    private static final int KILLS = Integer.getInteger("tallyfold.kills", 5);
    private static final int ITEMS_A_KILL = 1_000;
    private static final int PROJECTS = 20;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Installation.Database.class)
    @Timeout(value = 80, unit = TimeUnit.MINUTES)
    void goesOnByItselfAfterEachKillAndEndsEqualToTheTruth(Installation.Database database) throws InterruptedException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        try (AzureDevOpsSimulator simulator = AzureDevOpsSimulator.start(SimulatorOptions.defaults());
                Installation installation = Installation.on(database, folder);
                Browser browser = Browser.open()) {
            Organization organization = LoadContent.fill(simulator, LoadContent.NAME, KILLS * ITEMS_A_KILL, PROJECTS);
            String[] arguments = {
                "--tallyfold.azure-devops.simulator.url=" + simulator.uri(),
                "--tallyfold.azure-devops.simulator.organizations=*"
            };
            RunningProduct product = installation.start(arguments);
            Imported imported = Imported.begin(
                    browser.page(),
                    product,
                    installation.home(),
                    simulator,
                    organization,
                    organization.issueToken(
                            TokenSpec.reading(organization.users().getFirst())),
                    Duration.ofMillis(300));
            for (int kill = 0; kill < KILLS; kill++) {
                imported.awaitRequests(1 + random.nextInt(12));
                Thread.sleep(random.nextInt(400));
                product.kill();
                product = installation.start(arguments);
            }
            simulator.latency(Duration.ZERO);
            imported.awaitQuiet();
            product.close();

            Map<String, Map<Long, Integer>> truth = imported.truth();
            assertThat(installation.stored()).as("seed %d", seed).isEqualTo(truth);
            assertThat(installation.runs().keySet())
                    .as("statuses of runs")
                    .isSubsetOf(Set.of("SUCCEEDED", "FINISHED_WITH_WARNINGS"));
            assertThat(CountedItems.kept(installation.jdbc())).isEqualTo(CountedItems.counted(installation.jdbc()));
            System.out.println("Killed during import on " + database + ": " + KILLS + " kills, "
                    + truth.values().stream().mapToInt(Map::size).sum() + " work items equal to the truth");
        }
    }
}
