package tallyfold.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simulator.azuredevops.SimProject;

/** {@code kill -9} in the middle of an import, again and again: it goes on by itself and ends equal to the truth. */
class KillDuringImportIT {

    private static final int KILLS = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    Path folder;

    @Test
    void goesOnByItselfAfterEachKillAndEndsEqualToTheTruth() throws InterruptedException {
        Path home = folder.resolve("home");
        try (SimulatedWorld world = new SimulatedWorld();
                Browser browser = Browser.open()) {
            RunningProduct product = RunningProduct.start(home, world.arguments());
            Page page = browser.page();
            Journey journey = new Journey(page, product);
            journey.setUp(home);
            Locator window = journey.openImport();
            window.getByRole(AriaRole.BUTTON, named("Add new connection"))
                    .first()
                    .click();
            journey.create(
                    "dev.azure.com/fabrikam-demo",
                    world.tokens(world.fabrikam()).working().owner().mail(),
                    world.tokens(world.fabrikam()).working().text());
            window.getByText("Select all 13 that match").click();
            // Slow enough that every kill meets the import at work.
            world.simulator().latency(Duration.ofMillis(600));
            window.getByRole(AriaRole.BUTTON, named("Import").setExact(true)).click();
            assertThat(window.getByText("13 projects from")).isVisible();

            for (int kill = 1; kill <= KILLS; kill++) {
                long asked = world.simulator().requests().count();
                awaitRequests(world, asked + 6);
                product.kill();
                product = RunningProduct.start(home, world.arguments());
            }
            world.simulator().latency(Duration.ZERO);
            long end = System.nanoTime() + PATIENCE.toNanos();
            long quietSince = world.simulator().requests().count();
            while (System.nanoTime() < end) {
                Thread.sleep(Duration.ofSeconds(4));
                long now = world.simulator().requests().count();
                if (now == quietSince) {
                    break;
                }
                quietSince = now;
            }
            product.close();

            Map<String, Map<Long, Integer>> truth = new TreeMap<>();
            for (SimProject project : world.fabrikam().projects()) {
                Map<Long, Integer> items = StoredItems.truth(world.fabrikam(), project.name());
                if (!items.isEmpty()) {
                    truth.put(project.name(), items);
                }
            }
            assertThat(StoredItems.of(home)).isEqualTo(truth);
            assertThat(unfinished(home)).isZero();
            System.out.println("Kill during import: " + KILLS + " kills, "
                    + truth.values().stream().mapToInt(Map::size).sum() + " work items equal to the truth");
        }
    }

    private static void awaitRequests(SimulatedWorld world, long count) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (world.simulator().requests().count() < count) {
            if (System.nanoTime() > end) {
                throw new AssertionError("The import did not go on by itself");
            }
            Thread.sleep(Duration.ofMillis(50));
        }
    }

    private static long unfinished(Path home) {
        String address =
                "jdbc:h2:file:" + home.resolve("data").resolve("tallyfold") + ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r";
        try (var connection = DriverManager.getConnection(address, "tallyfold", "");
                var rows = connection
                        .createStatement()
                        .executeQuery(
                                "SELECT COUNT(*) FROM sync_run WHERE status NOT IN ('SUCCEEDED', 'FINISHED_WITH_WARNINGS')")) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }
}
