package benchmark;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Hands orders to a {@link SimulatorProcess}. */
final class LoadedSimulator implements AutoCloseable {

    /** A request as it was sent: method, target with query, body (empty for none). */
    record Sent(String method, String target, String body) {}

    /** What was asked since the last clear: requests, most at once, bytes of the answers. */
    record Count(long requests, int mostAtOnce, long bytes) {}

    /** Live items and the sum of their revisions. */
    record Checksum(long items, long revisions) {}

    private final Process process;
    private final BufferedReader answers;
    private final URI uri;
    private final String token;

    private LoadedSimulator(Process process, BufferedReader answers, String greeting) {
        this.process = process;
        this.answers = answers;
        String[] words = greeting.split(" ", 2);
        this.uri = URI.create(words[0]);
        this.token = words[1];
    }

    static LoadedSimulator start(int items, int projects) {
        try {
            String java =
                    Path.of(System.getProperty("java.home"), "bin", "java").toString();
            // Few surefire forks hand the class path on; the tests' own folders are enough for the simulator.
            String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
            Process process = new ProcessBuilder(
                            java,
                            "-Xmx" + (items > 200_000 ? "8g" : "2g"),
                            "-cp",
                            classes.replace(';', File.pathSeparatorChar),
                            SimulatorProcess.class.getName(),
                            Integer.toString(items),
                            Integer.toString(projects))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            BufferedReader answers = process.inputReader();
            String greeting = answers.readLine();
            if (greeting == null) {
                throw new IllegalStateException("The simulator did not start");
            }
            return new LoadedSimulator(process, answers, greeting);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI uri() {
        return uri;
    }

    String token() {
        return token;
    }

    void latency(Duration latency) {
        order("latency " + latency.toMillis());
    }

    void clear() {
        order("clear");
    }

    /** Gives so many items another title. */
    void touch(int items) {
        order("touch " + items);
    }

    Count count() {
        String[] words = order("count").split(" ", -1);
        return new Count(Long.parseLong(words[0]), Integer.parseInt(words[1]), Long.parseLong(words[2]));
    }

    Checksum checksum() {
        String[] words = order("checksum").split(" ", -1);
        return new Checksum(Long.parseLong(words[0]), Long.parseLong(words[1]));
    }

    /** Every request since the last clear. */
    List<Sent> sent() {
        List<Sent> sent = new ArrayList<>();
        for (String line = order("targets"); !line.equals("end"); line = read()) {
            String[] parts = line.split("\t", 3);
            sent.add(new Sent(parts[0], parts[1], parts[2]));
        }
        return sent;
    }

    private String order(String order) {
        try {
            process.outputWriter().write(order + "\n");
            process.outputWriter().flush();
            return read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String read() {
        try {
            String line = answers.readLine();
            if (line == null) {
                throw new IllegalStateException("The simulator ended");
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
