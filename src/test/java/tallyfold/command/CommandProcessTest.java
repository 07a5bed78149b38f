package tallyfold.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tallyfold.TallyfoldApplication;

/** The commands as an operator runs them: processes of their own, with exit codes and a console. */
class CommandProcessTest {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Pattern READY = Pattern.compile("Tallyfold is ready: http://localhost:(\\d+)");
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    @TempDir
    Path folder;

    private final List<Process> started = new ArrayList<>();

    @Test
    void servesThenYieldsToOneShotCommands() throws Exception {
        Path password = Files.writeString(folder.resolve("password"), "first password of the test\n");
        try {
            Process server = start(
                    "server",
                    "--port=0",
                    "--server.address=127.0.0.1",
                    "--tallyfold.setup.admin-name=admin",
                    "--tallyfold.setup.admin-password-file=" + password);
            String port = awaitReady(server);
            assertThat(get("http://127.0.0.1:" + port + "/actuator/health")).isEqualTo(200);
            assertThat(Files.readString(folder.resolve("server.out")))
                    .contains("process environment")
                    .doesNotContain(KEY, "\tat ", "org.springframework");
            assertThat(folder.resolve("home/keys/master.key")).doesNotExist();
            assertThat(folder.resolve("home/logs/tallyfold.log")).isNotEmptyFile();

            assertThat(exitCode(start("check-beside", "secrets-check"))).isEqualTo(Commands.FAILED);
            assertThat(Files.readString(folder.resolve("check-beside.err")))
                    .contains("in use by another process")
                    .hasLineCount(1);

            assertThat(exitCode(start("reset-beside", "reset-password", "Admin")))
                    .isEqualTo(Commands.OK);
            assertThat(Files.readString(folder.resolve("reset-beside.out")))
                    .containsPattern("New password for Admin: \\S{10,}");
            assertThat(folder.resolve("reset-beside.err")).isEmptyFile();
            assertThat(exitCode(start("reset-nobody", "reset-password", "nobody")))
                    .isEqualTo(Commands.FAILED);
            assertThat(Files.readString(folder.resolve("reset-nobody.err"))).contains("no user with this name");
            assertThat(folder.resolve("home/requests")).isEmptyDirectory();

            server.destroy();
            assertThat(server.waitFor(60, TimeUnit.SECONDS)).isTrue();

            assertThat(exitCode(start("reset", "reset-password", "admin"))).isEqualTo(Commands.OK);
            assertThat(Files.readString(folder.resolve("reset.out")))
                    .containsPattern("New password for admin: \\S{10,}");
            assertThat(folder.resolve("reset.err")).isEmptyFile();

            assertThat(exitCode(start("rebuild", "rebuild-figures"))).isEqualTo(Commands.OK);
            assertThat(Files.readString(folder.resolve("rebuild.out")))
                    .contains("Counted the work items of 0 projects anew.");
            assertThat(folder.resolve("rebuild.err")).isEmptyFile();
        } finally {
            started.forEach(Process::destroyForcibly);
        }
    }

    /** Without the tests' own classes, whose configurations the product would find and take for its own. */
    private static String productClassPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.replaceAll("[/\\\\]+$", "").endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private Process start(String name, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                productClassPath(),
                TallyfoldApplication.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(folder.resolve(name + ".out").toFile())
                .redirectError(folder.resolve(name + ".err").toFile());
        builder.environment()
                .putAll(Map.of(
                        "TALLYFOLD_HOME", "home",
                        "TALLYFOLD_MASTER_KEY", KEY,
                        "VAADIN_USAGE_STATS_ENABLED", "false"));
        Process process = builder.start();
        started.add(process);
        return process;
    }

    private String awaitReady(Process server) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            Matcher ready = READY.matcher(Files.readString(folder.resolve("server.out")));
            if (ready.find()) {
                return ready.group(1);
            }
            if (server.waitFor(100, TimeUnit.MILLISECONDS)) {
                break;
            }
        }
        throw new AssertionError("Not ready: " + Files.readString(folder.resolve("server.out"))
                + Files.readString(folder.resolve("server.err")));
    }

    private static int exitCode(Process process) throws InterruptedException {
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private static int get(String address) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }
}
