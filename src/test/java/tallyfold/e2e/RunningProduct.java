package tallyfold.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged jar as a process of its own, in a home folder of its own. */
final class RunningProduct implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("Tallyfold is ready: (http://\\S+)");
    private static final Duration START = Duration.ofMinutes(2);

    private final Process process;
    private final Path output;
    private final URI address;
    private final Duration startedIn;

    private RunningProduct(Process process, Path output, URI address, Duration startedIn) {
        this.process = process;
        this.output = output;
        this.address = address;
        this.startedIn = startedIn;
    }

    static Path jar() {
        return Path.of(System.getProperty("tallyfold.jar", "target/tallyfold.jar"))
                .toAbsolutePath();
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Starts the jar on a free port and waits for the line with the address. */
    static RunningProduct start(Path home, String... arguments) {
        return start(home, List.of("-jar", jar().toString()), arguments);
    }

    /** As {@link #start(Path, String...)}, with the words between {@code java} and the product's arguments given. */
    static RunningProduct start(Path home, List<String> launch, String... arguments) {
        try {
            Files.createDirectories(home.getParent());
            Path output = home.resolveSibling(home.getFileName() + "-output.txt");
            List<String> command = new ArrayList<>(List.of(java(), "-Dtallyfold.home=" + home));
            command.addAll(launch);
            command.addAll(List.of(arguments));
            command.add("--server.port=0");
            command.add("--server.address=127.0.0.1");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
            builder.environment().put("VAADIN_USAGE_STATS_ENABLED", "false");
            long began = System.nanoTime();
            long from = Files.exists(output) ? Files.size(output) : 0;
            Process process = builder.start();
            while (System.nanoTime() - began < START.toNanos()) {
                Matcher ready = READY.matcher(read(output, from));
                if (ready.find()) {
                    URI address = URI.create(ready.group(1).replace("localhost", "127.0.0.1"));
                    return new RunningProduct(process, output, address, Duration.ofNanos(System.nanoTime() - began));
                }
                if (!process.isAlive()) {
                    throw new IllegalStateException("The product ended: " + read(output, from));
                }
                var _ = process.waitFor(20, TimeUnit.MILLISECONDS);
            }
            process.destroyForcibly();
            throw new IllegalStateException("The product did not start in time: " + read(output, from));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String read(Path output, long from) throws IOException {
        byte[] all = Files.readAllBytes(output);
        int start = (int) Math.min(from, all.length);
        return new String(all, start, all.length - start, StandardCharsets.UTF_8);
    }

    URI address() {
        return address;
    }

    String at(String path) {
        return address.toString().replaceAll("/+$", "") + "/" + path;
    }

    /** From the command to the line with the address. */
    Duration startedIn() {
        return startedIn;
    }

    /** Everything the process has printed, also by earlier processes of the same home. */
    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long pid() {
        return process.pid();
    }

    /** Memory of the process that stays in RAM, in MiB; Linux only, else -1. */
    long residentMebibytes() {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/" + pid() + "/status"))) {
                if (line.startsWith("VmRSS:")) {
                    return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
                }
            }
        } catch (IOException e) {
            return -1;
        }
        return -1;
    }

    /** As {@code kill -9}. */
    void kill() {
        process.destroyForcibly();
        await();
    }

    private void await() {
        try {
            if (!process.waitFor(40, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }

    /** As {@code kill -TERM}. */
    @Override
    public void close() {
        process.destroy();
        await();
    }
}
