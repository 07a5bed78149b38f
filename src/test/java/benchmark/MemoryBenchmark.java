package benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same first load with few and with very many items, each by the whole product in a process of its own, with the heap and the
 * collector that the image gives it in a container of 512 MB, and inside a control group of that size where the machine allows it.
 * What only serves development is left out, as in the image.
 */
class MemoryBenchmark {

    private static final int FEW = Integer.getInteger("tallyfold.benchmark.few", 100_000);
    private static final int MANY = Integer.getInteger("tallyfold.benchmark.many", 1_000_000);
    private static final int PROJECTS = 100;
    private static final int CONTAINER_MB = 512;

    /** As MaxRAMPercentage of the image. */
    private static final int HEAP_MB = CONTAINER_MB * 45 / 100;

    private static final Pattern DEVELOPMENT_ONLY = Pattern.compile("/com/vaadin/(vaadin-dev|copilot|ui-tests)[^/]*/");

    @TempDir
    Path folder;

    @Test
    void firstLoadsOfDifferentSizes() throws Exception {
        MemoryProcess.Figures few = run(FEW);
        MemoryProcess.Figures many = run(MANY);
        Report.atMost("process with " + MANY + " items", (double) many.residentMegabytes(), CONTAINER_MB, " MB");
        Report.atMost(
                "peak heap after collection, " + MANY + " / " + FEW + " items",
                (double) many.heapKilobytes() / few.heapKilobytes(),
                1.2,
                "");
    }

    private MemoryProcess.Figures run(int items) throws Exception {
        try (LoadedSimulator simulator = LoadedSimulator.start(items, PROJECTS)) {
            Path home = Files.createDirectory(folder.resolve("home-" + items));
            Optional<ControlGroup> container = ControlGroup.ofMegabytes(CONTAINER_MB);
            List<String> command = command(home, simulator);
            Process process = new ProcessBuilder(
                            container.map(group -> group.run(command)).orElse(command))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (BufferedReader said = process.inputReader()) {
                List<String> figures = said.lines()
                        .filter(line -> line.startsWith(MemoryProcess.MARK))
                        .toList();
                assertThat(process.waitFor()).as("exit of the process").isZero();
                MemoryProcess.Figures read = MemoryProcess.Figures.read(figures.getFirst());
                assertThat(read.checksum()).isEqualTo(simulator.checksum());
                String within = container.isPresent()
                        ? ", its control group " + container.get().peakMegabytes() + " of " + CONTAINER_MB + " MB"
                        : ", without a control group";
                Report.note(
                        "first load of " + items + " items in a heap of " + HEAP_MB + " MB",
                        read.millis() + " ms, peak heap after collection " + (read.heapKilobytes() >> 10)
                                + " MB, process " + read.residentMegabytes() + " MB" + within);
                return read;
            } finally {
                process.destroy();
                process.waitFor();
                if (container.isPresent()) {
                    container.get().close();
                }
            }
        }
    }

    private static List<String> command(Path home, LoadedSimulator simulator) {
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        String shipped = Pattern.compile("[" + File.pathSeparator + ";]")
                .splitAsStream(classes)
                .filter(part -> !DEVELOPMENT_ONLY.matcher(part).find())
                .collect(Collectors.joining(File.pathSeparator));
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + HEAP_MB + "m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dvaadin.productionMode=true",
                "-cp",
                shipped,
                MemoryProcess.class.getName(),
                home.toString(),
                simulator.uri().toString(),
                simulator.token());
    }
}
