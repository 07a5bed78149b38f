package tallyfold.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A command of the packaged jar that does one thing and ends, as an operator runs it. */
final class JarCommand {

    private static final int SECONDS = 300;

    private JarCommand() {}

    /** Runs it on a home; what it says, which has to be good news. */
    static String run(Path home, String... words) {
        return run(RunningProduct.jar(), List.of(), home, words);
    }

    /** As {@link #run(Path, String...)}, of another jar and with options for the JVM. */
    static String run(Path jar, List<String> options, Path home, String... words) {
        List<String> command = new ArrayList<>(List.of(RunningProduct.java()));
        command.addAll(options);
        command.addAll(List.of("-jar", jar.toString()));
        command.addAll(List.of(words));
        command.add("--home=" + home);
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(said).isZero();
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
