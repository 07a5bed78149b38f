package benchmark;

import benchmark.LoadedSimulator.Sent;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The physical limit: the very requests the product sent, sent once more as fast as allowed, every body thrown away. */
final class RawDownload {

    private final URI simulator;
    private final String authorization;
    private final HttpClient client = HttpClient.newHttpClient();

    RawDownload(URI simulator, String token) {
        this.simulator = simulator;
        this.authorization =
                "Basic " + Base64.getEncoder().encodeToString((":" + token).getBytes(StandardCharsets.UTF_8));
    }

    /** How long it takes with so many in flight. */
    Duration take(List<Sent> requests, int inFlight) throws Exception {
        Queue<Sent> left = new ConcurrentLinkedQueue<>(requests);
        long began = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> done = java.util.stream.IntStream.range(0, inFlight)
                    .<Future<?>>mapToObj(_ -> threads.submit(() -> {
                        for (Sent next = left.poll(); next != null; next = left.poll()) {
                            send(next);
                        }
                        return null;
                    }))
                    .toList();
            for (Future<?> one : done) {
                one.get();
            }
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private void send(Sent request) throws IOException, InterruptedException {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(simulator + request.target()))
                .header("Authorization", authorization)
                .header("Accept", "application/json")
                .header("Accept-Encoding", "gzip");
        if (request.method().equals("POST")) {
            builder.header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(request.body()));
        }
        HttpResponse<Void> answer = client.send(builder.build(), HttpResponse.BodyHandlers.discarding());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(request.target() + " was answered " + answer.statusCode());
        }
    }
}
