package tallyfold.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long it takes from the command to the first page, plain and with the cache the image is shipped with. */
class StartIT {

    @TempDir
    Path folder;

    @Test
    void printsStartAndMemoryOfThePlainJarAndWithAnAotCache() throws IOException, InterruptedException {
        String plain = measure(
                "plain jar",
                folder.resolve("plain"),
                List.of("-jar", RunningProduct.jar().toString()));
        Path extracted = folder.resolve("extracted");
        run(List.of(
                "-Djarmode=tools",
                "-jar",
                RunningProduct.jar().toString(),
                "extract",
                "--destination",
                extracted.toString()));
        String jar = extracted.resolve("tallyfold.jar").toString();
        Path cache = extracted.resolve("tallyfold.aot");
        run(List.of(
                "-XX:AOTCacheOutput=" + cache,
                "-XX:+UseSerialGC",
                "-Dspring.context.exit=onRefresh",
                "-Dtallyfold.home=" + folder.resolve("training"),
                "-jar",
                jar,
                "demo",
                "--server.port=0"));
        assertThat(cache).isNotEmptyFile();
        String cached = measure(
                "AOT cache",
                folder.resolve("cached"),
                List.of("-XX:AOTCache=" + cache, "-XX:+UseSerialGC", "-jar", jar));
        System.out.println("Start to first page: " + plain + "; " + cached);
    }

    private static String measure(String name, Path home, List<String> launch)
            throws IOException, InterruptedException {
        long began = System.nanoTime();
        try (RunningProduct product = RunningProduct.start(home, launch)) {
            HttpResponse<Void> page = HttpClient.newBuilder()
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .build()
                    .send(
                            HttpRequest.newBuilder(URI.create(product.at("login")))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding());
            Duration firstPage = Duration.ofNanos(System.nanoTime() - began);
            assertThat(page.statusCode()).isEqualTo(200);
            return "%s %.1f s, %d MiB".formatted(name, firstPage.toMillis() / 1000.0, product.residentMebibytes());
        }
    }

    private void run(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(RunningProduct.java()));
        command.addAll(arguments);
        Path output = Files.createTempFile(folder, "run", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(3, TimeUnit.MINUTES))
                .as(Files.readString(output))
                .isTrue();
        assertThat(process.exitValue()).as(Files.readString(output)).isZero();
    }
}
