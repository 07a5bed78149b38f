package benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simulator.azuredevops.LoadContent;
import tallyfold.connection.Connection;
import tallyfold.project.ImportChoice;
import tallyfold.project.Link;

/**
 * 100,000 items in 100 projects: first load, syncs that find little or nothing, and the yardsticks, in one run. With
 * {@code -Dtallyfold.benchmark.items=10000} it is over sooner and says less.
 */
class EngineBenchmark {

    private static final int ITEMS = Integer.getInteger("tallyfold.benchmark.items", 100_000);
    private static final int PROJECTS = 100;
    private static final int IN_FLIGHT = 8;
    private static final int WARM_UPS = Integer.getInteger("tallyfold.benchmark.warm-ups", 2);
    private static final String LATENCIES = System.getProperty("tallyfold.benchmark.latencies", "0,50,150");
    private static final int REPEATS = 5;
    private static final Duration H2_KEEPS_OLD_PAGES = Duration.ofSeconds(46);
    private static final int FEED_PAGE = 1_000;

    @TempDir
    Path folder;

    @Test
    void firstLoadAndSyncs() throws Exception {
        try (LoadedSimulator simulator = LoadedSimulator.start(ITEMS, PROJECTS)) {
            for (int i = 1; i <= WARM_UPS; i++) {
                try (Product product = product(simulator, "warm-up-" + i)) {
                    load(product, simulator, 0, "warm-up " + i);
                }
            }
            for (String latency : LATENCIES.split(",", -1)) {
                measure(simulator, Integer.parseInt(latency));
            }
        }
    }

    private Product product(LoadedSimulator simulator, String name) throws Exception {
        return Product.start(Files.createDirectory(folder.resolve(name)), simulator.uri());
    }

    private record Loaded(List<Link> links, Duration took, double cpuPerItem, Duration database) {}

    private Loaded load(Product product, LoadedSimulator simulator, int latency, String name) throws Exception {
        Connection connection = product.connect(simulator.token());
        List<ImportChoice> choices = product.candidates(connection);
        simulator.latency(Duration.ofMillis(latency));
        simulator.clear();
        Duration before = product.databaseTime();
        long cpu = cpu();
        long began = System.nanoTime();
        List<Link> links = product.importAll(connection, choices);
        Duration took = since(began);
        double cpuPerItem = (cpu() - cpu) / 1000.0 / ITEMS;
        Duration database = product.databaseTime().minus(before);
        check(product, simulator, links);
        LoadedSimulator.Count count = simulator.count();
        assertThat(count.mostAtOnce()).isLessThanOrEqualTo(IN_FLIGHT);
        Report.note(
                name,
                String.format(
                        Locale.ROOT,
                        "%d ms, %d items/s, %.0f us CPU an item, %d requests, %d at once",
                        took.toMillis(),
                        perSecond(took),
                        cpuPerItem,
                        count.requests(),
                        count.mostAtOnce()));
        return new Loaded(links, took, cpuPerItem, database);
    }

    private void measure(LoadedSimulator simulator, int latency) throws Exception {
        String at = ", " + latency + " ms";
        try (Product product = product(simulator, "home-" + latency)) {
            Loaded loaded = load(product, simulator, latency, "first load" + at);
            List<LoadedSimulator.Sent> sent = simulator.sent();
            Duration raw = new RawDownload(simulator.uri(), simulator.token()).take(sent, IN_FLIGHT);
            Report.note("raw download of the same pages" + at, raw.toMillis() + " ms");
            if (latency == 0) {
                Report.atLeast("items/s into H2 without latency", (double) perSecond(loaded.took()), 15_000, "");
                Report.atMost("CPU an item", loaded.cpuPerItem(), 60, " us");
            } else {
                Report.atMost(
                        "first load / raw download" + at, ratio(loaded.took(), raw), latency == 50 ? 1.3 : 1.15, "");
            }
            if (latency == 50) {
                Duration plain = new PlainLoop(simulator.uri(), LoadContent.NAME, simulator.token())
                        .run(Files.createDirectory(folder.resolve("plain")));
                Report.note("plain loop" + at, plain.toMillis() + " ms");
                Report.atLeast("plain loop / first load" + at, ratio(plain, loaded.took()), 6, "");
            }
            syncs(product, simulator, loaded.links(), latency);
        } finally {
            simulator.latency(Duration.ZERO);
        }
        if (latency == 0) {
            Path home = Files.createDirectory(folder.resolve("home-again"));
            try (Product product = Product.startTimed(home, simulator.uri())) {
                readAgain(product, simulator, load(product, simulator, 0, "first load, its database timed"), at);
            }
        }
    }

    private void syncs(Product product, LoadedSimulator simulator, List<Link> links, int latency) throws Exception {
        String at = ", " + latency + " ms";
        product.makeFigures(links);
        Duration quiet = sync(product, simulator, links, 0, at);
        Report.atMost("nothing changed" + at, (double) quiet.toMillis(), 2.0 * (latency + 20), " ms");
        Duration few = sync(product, simulator, links, 10, at);
        Report.atMost("10 changed / nothing changed" + at, ratio(few, quiet), 2.5, "");
        Duration many = sync(product, simulator, links, 1_000, at);
        Report.note("1000 changed" + at, many.toMillis() + " ms");
    }

    /** The median of some syncs, each of which finds so many changed items. */
    private static Duration sync(Product product, LoadedSimulator simulator, List<Link> links, int changed, String at)
            throws Exception {
        long[] took = new long[REPEATS];
        long most = 0;
        for (int i = 0; i < REPEATS; i++) {
            simulator.touch(changed);
            simulator.clear();
            long began = System.nanoTime();
            product.syncAll(links);
            took[i] = System.nanoTime() - began;
            most = Math.max(most, simulator.count().requests());
            check(product, simulator, links);
        }
        int pages = (changed + FEED_PAGE - 1) / FEED_PAGE;
        Report.atMost("requests with " + changed + " changed" + at, (double) most, 2 + pages, "");
        java.util.Arrays.sort(took);
        return Duration.ofNanos(took[REPEATS / 2]);
    }

    private void readAgain(Product product, LoadedSimulator simulator, Loaded loaded, String at) throws Exception {
        product.readAllAgain(loaded.links());
        product.makeFigures(loaded.links());
        // H2 does not write over old pages before that: two such syncs in a row are not what a day brings.
        Thread.sleep(H2_KEEPS_OLD_PAGES);
        long size = product.databaseBytes();
        Duration before = product.databaseTime();
        long began = System.nanoTime();
        product.readAllAgain(loaded.links());
        Duration took = since(began);
        Duration database = product.databaseTime().minus(before);
        check(product, simulator, loaded.links());
        Report.note(
                "full sync that finds nothing new" + at,
                took.toMillis() + " ms, database " + database.toMillis() + " ms of "
                        + loaded.database().toMillis() + " ms");
        Report.atMost("file growth of that" + at, (double) ((product.databaseBytes() - size) >> 20), 0, " MB");
        Report.atMost(
                "database time of that / of writing everything" + at, ratio(database, loaded.database()), 0.33, "");
    }

    private static void check(Product product, LoadedSimulator simulator, List<Link> links) {
        assertThat(product.failed(links)).isEmpty();
        assertThat(product.checksum()).isEqualTo(simulator.checksum());
    }

    private static long perSecond(Duration took) {
        return ITEMS * 1000L / Math.max(1, took.toMillis());
    }

    private static double ratio(Duration one, Duration other) {
        return (double) one.toNanos() / other.toNanos();
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private static long cpu() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getProcessCpuTime();
    }
}
