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

/** 100,000 items in 100 projects: first load, syncs that find little, and the yardsticks, in one run. */
class EngineBenchmark {

    private static final int ITEMS = Integer.getInteger("tallyfold.benchmark.items", 100_000);
    private static final int PROJECTS = 100;

    @TempDir
    Path folder;

    @Test
    void firstLoadAndSyncs() throws Exception {
        try (LoadedSimulator simulator = LoadedSimulator.start(ITEMS, PROJECTS)) {
            for (int latency : new int[] {0, 50, 150}) {
                measure(simulator, latency);
            }
        }
    }

    private void measure(LoadedSimulator simulator, int latency) throws Exception {
        Path home = Files.createDirectory(folder.resolve("home-" + latency));
        try (Product product = Product.start(home, simulator)) {
            Connection connection = product.connect(simulator.token());
            List<ImportChoice> choices = product.candidates(connection);
            simulator.latency(Duration.ofMillis(latency));
            simulator.clear();
            long cpu = cpu();
            long began = System.nanoTime();
            List<Link> links = product.importAll(connection, choices);
            Duration first = since(began);
            double cpuPerItem = (cpu() - cpu) / 1000.0 / ITEMS;
            LoadedSimulator.Count count = simulator.count();
            assertThat(product.failed(links)).isEmpty();
            assertThat(product.checksum()).isEqualTo(simulator.checksum());
            RawDownload raw = new RawDownload(simulator.uri(), simulator.token());
            List<LoadedSimulator.Sent> sent = simulator.sent();
            Duration limit = raw.take(sent, 8);
            print(String.format(
                    Locale.ROOT,
                    "first load, %d ms: %d ms (%d items/s, %.0f us CPU an item, %d requests, %d at once); the same requests raw: %d ms; ratio %.2f",
                    latency,
                    first.toMillis(),
                    ITEMS * 1000L / first.toMillis(),
                    cpuPerItem,
                    count.requests(),
                    count.mostAtOnce(),
                    limit.toMillis(),
                    ratio(first, limit)));
            if (latency == 50) {
                Duration plain = new PlainLoop(simulator.uri(), LoadContent.NAME, simulator.token())
                        .run(Files.createDirectory(folder.resolve("plain")));
                print(String.format(
                        Locale.ROOT,
                        "plain loop, 50 ms: %d ms; ratio to the first load %.1f",
                        plain.toMillis(),
                        ratio(plain, first)));
            }
            long size = product.databaseBytes();
            for (int changed : new int[] {0, 0, 10, 1000}) {
                simulator.touch(changed);
                simulator.clear();
                long from = System.nanoTime();
                product.syncAll(links);
                Duration took = since(from);
                print(String.format(
                        Locale.ROOT,
                        "sync, %d ms, %d changed: %d ms, %d requests",
                        latency,
                        changed,
                        took.toMillis(),
                        simulator.count().requests()));
                assertThat(product.failed(links)).isEmpty();
                assertThat(product.checksum()).isEqualTo(simulator.checksum());
            }
            print(String.format(Locale.ROOT, "database file %d -> %d MB", size >> 20, product.databaseBytes() >> 20));
        } finally {
            simulator.latency(Duration.ZERO);
        }
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

    private static void print(String line) {
        System.out.println("benchmark: " + line);
    }
}
