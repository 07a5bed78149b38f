package tallyfold.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import simulator.azuredevops.SimProject;

/** Processes of the product that import the demo organization, on one database, and what is true of it. */
final class SyncingProduct implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofMinutes(3);

    final SimulatedWorld world = new SimulatedWorld();
    final Store store;
    private final Path home;
    private final List<RunningProduct> running = new ArrayList<>();

    SyncingProduct(Path home, Store store) {
        this.home = home;
        this.store = store;
    }

    /** Another process in a home of its own, with the same master key. */
    RunningProduct startAnother(int number, String... more) {
        Path other = home.resolveSibling("home" + number);
        try {
            Files.createDirectories(other.resolve("keys"));
            Path key = other.resolve("keys").resolve("master.key");
            if (Files.notExists(key)) {
                Files.copy(
                        home.resolve("keys").resolve("master.key"),
                        key,
                        java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return start(other, more);
    }

    RunningProduct start(String... more) {
        return start(home, more);
    }

    private RunningProduct start(Path in, String... more) {
        List<String> arguments = new ArrayList<>(List.of(world.arguments(more)));
        arguments.addAll(store.arguments());
        RunningProduct product = RunningProduct.start(in, arguments.toArray(String[]::new));
        running.add(product);
        return product;
    }

    /** From the empty product to an import of all projects that has just begun, each request taking so long. */
    void beginImport(RunningProduct product, Duration latency) {
        try (Browser browser = Browser.open()) {
            Page page = browser.page();
            Journey journey = new Journey(page, product);
            journey.setUp(home);
            Locator window = journey.openImport();
            window.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Add new connection"))
                    .first()
                    .click();
            journey.create(
                    "dev.azure.com/fabrikam-demo",
                    world.tokens(world.fabrikam()).working().owner().mail(),
                    world.tokens(world.fabrikam()).working().text());
            window.getByText("Select all 13 that match").click();
            world.simulator().latency(latency);
            window.getByRole(
                            AriaRole.BUTTON,
                            new Locator.GetByRoleOptions().setName("Import").setExact(true))
                    .click();
            assertThat(window.getByText("13 projects from")).isVisible();
        }
    }

    /** Waits until the simulator has been asked that often in all. */
    void awaitRequests(long count) {
        await(
                "The import did not go on by itself",
                () -> world.simulator().requests().count() >= count);
    }

    /** Waits until nothing has been asked for some seconds. */
    void awaitQuiet() {
        long[] last = {-1};
        long[] since = {System.nanoTime()};
        await("It never ends", () -> {
            long now = world.simulator().requests().count();
            if (now != last[0]) {
                last[0] = now;
                since[0] = System.nanoTime();
            }
            return System.nanoTime() - since[0] > Duration.ofSeconds(5).toNanos();
        });
    }

    static void await(String otherwise, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (!condition.getAsBoolean()) {
                if (System.nanoTime() > end) {
                    throw new AssertionError(otherwise);
                }
                Thread.sleep(Duration.ofMillis(50));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Map<String, Map<Long, Integer>> truth() {
        Map<String, Map<Long, Integer>> truth = new TreeMap<>();
        for (SimProject project : world.fabrikam().projects()) {
            Map<Long, Integer> items = StoredItems.truth(world.fabrikam(), project.name());
            if (!items.isEmpty()) {
                truth.put(project.name(), items);
            }
        }
        return truth;
    }

    @Override
    public void close() {
        running.forEach(RunningProduct::kill);
        store.close();
        world.close();
    }
}
