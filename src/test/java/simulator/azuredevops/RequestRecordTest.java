package simulator.azuredevops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class RequestRecordTest extends SimulatorCase {

    @Test
    void remembersRequestsWithAFingerprintOfTheCredential() {
        get("/_apis/projects?api-version=7.1&$top=3");
        RecordedRequest request = simulator.requests().list().getLast();
        assertThat(request.query()).containsEntry("$top", "3");
        assertThat(request.status()).isEqualTo(200);
        assertThat(request.authorization()).isEqualTo(token.authorization());
        assertThat(request.headers().get("authorization")).startsWith("#");
        assertThat(request.toString()).doesNotContain(token.text());
        assertThat(simulator.requests().count("projects")).isEqualTo(1);
        simulator.requests().clear();
        assertThat(simulator.requests().count()).isZero();
    }

    @Test
    void countsHowManyWereUnderWayAtOnce() throws Exception {
        simulator.latency(Duration.ofMillis(150));
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                all.add(executor.submit(() -> get("/_apis/projects?api-version=7.1")));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        assertThat(simulator.requests().maxInFlight()).isEqualTo(3);
        assertThat(simulator.requests().inFlight()).isZero();
    }

    @Test
    void compressesWhenAskedAndReadsChunkedBodies() throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            String query = "{\"query\":\"SELECT [System.Id] FROM WorkItems\"}";
            HttpRequest request = client.request("/dev.azure.com/acme/_apis/wit/wiql?api-version=7.1")
                    .POST(HttpRequest.BodyPublishers.ofInputStream(
                            () -> new ByteArrayInputStream(query.getBytes(StandardCharsets.UTF_8))))
                    .build();
            assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                    .isEqualTo(200);
            HttpRequest fields = client.request("/dev.azure.com/acme/_apis/wit/fields?api-version=7.1")
                    .header("Accept-Encoding", "gzip")
                    .build();
            HttpResponse<byte[]> answer = http.send(fields, HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
            try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
                assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                        .startsWith("{\"count\":");
            }
        }
    }
}
