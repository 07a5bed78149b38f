package benchmark;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;
import tallyfold.connection.Connection;
import tallyfold.project.Link;

/** Loads everything a simulator has, in a process of its own, and says what memory that took. */
final class MemoryProcess {

    private static final int COLLECT_EVERY_MS = 2_000;
    static final String MARK = "figures ";

    /**
     * What was measured.
     *
     * @param heapKilobytes the most that was in use right after a full collection
     * @param residentMegabytes the most that the process had of the machine; 0 where the system does not tell
     */
    record Figures(long millis, long heapKilobytes, long residentMegabytes, long items, long revisions) {

        static Figures read(String line) {
            String[] words = line.substring(MARK.length()).split(" ", -1);
            return new Figures(
                    Long.parseLong(words[0]),
                    Long.parseLong(words[1]),
                    Long.parseLong(words[2]),
                    Long.parseLong(words[3]),
                    Long.parseLong(words[4]));
        }

        String line() {
            return MARK + millis + " " + heapKilobytes + " " + residentMegabytes + " " + items + " " + revisions;
        }

        LoadedSimulator.Checksum checksum() {
            return new LoadedSimulator.Checksum(items, revisions);
        }
    }

    private MemoryProcess() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        AtomicLong peak = new AtomicLong();
        long millis;
        LoadedSimulator.Checksum stored;
        try (Product product = Product.start(Path.of(arguments[0]), URI.create(arguments[1]))) {
            Connection connection = product.connect(arguments[2]);
            watch(peak);
            long began = System.nanoTime();
            java.util.List<Link> links = product.importAll(connection, product.candidates(connection));
            millis = (System.nanoTime() - began) / 1_000_000;
            if (!product.failed(links).isEmpty()) {
                throw new IllegalStateException(
                        "Failed: " + product.failed(links).getFirst());
            }
            System.gc();
            stored = product.checksum();
        }
        System.out.println(
                new Figures(millis, peak.get() >> 10, resident(), stored.items(), stored.revisions()).line());
        System.exit(0);
    }

    /** Young collections leave garbage in the old part, so only full ones tell what is really held; there is one all the time. */
    private static void watch(AtomicLong peak) {
        ScheduledFuture<?> _ = Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().factory())
                .scheduleWithFixedDelay(System::gc, COLLECT_EVERY_MS, COLLECT_EVERY_MS, TimeUnit.MILLISECONDS);
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            ((NotificationEmitter) collector)
                    .addNotificationListener(
                            (notification, _) -> {
                                GarbageCollectionNotificationInfo info = GarbageCollectionNotificationInfo.from(
                                        (CompositeData) notification.getUserData());
                                if (info.getGcAction().contains("major")) {
                                    long used = info.getGcInfo().getMemoryUsageAfterGc().entrySet().stream()
                                            .filter(pool -> isHeap(pool.getKey()))
                                            .map(java.util.Map.Entry::getValue)
                                            .mapToLong(MemoryUsage::getUsed)
                                            .sum();
                                    peak.accumulateAndGet(used, Math::max);
                                }
                            },
                            null,
                            null);
        }
    }

    private static boolean isHeap(String pool) {
        return pool.contains("Eden") || pool.contains("Survivor") || pool.contains("Tenured") || pool.contains("Old");
    }

    private static long resident() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.isReadable(status)
                ? Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmHWM:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
                        .findFirst()
                        .orElse(0)
                : 0;
    }
}
