package tallyfold.administration.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.web.server.PortInUseException;
import tallyfold.connection.ConnectionHealthStore;
import tallyfold.connection.ConnectionId;
import tallyfold.connection.Health;
import tallyfold.project.LinkId;
import tallyfold.project.ProjectId;
import tallyfold.sync.EngineState;
import tallyfold.sync.EngineStateStore;
import tallyfold.sync.SyncRun;
import tallyfold.sync.SyncRunFinished;
import tallyfold.sync.SyncRunId;
import tallyfold.sync.SyncRunStatus;
import tallyfold.sync.SyncTrigger;

class MetricsServerTest {

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final AtomicReference<Status> health = new AtomicReference<>(Status.UP);
    private final MetricsServer server = new MetricsServer(0, "127.0.0.1", registry, health::get);
    private final EngineStateStore engine = mock(EngineStateStore.class);
    private final ConnectionHealthStore connections = mock(ConnectionHealthStore.class);
    private final ProductMeters meters = new ProductMeters(
            engine,
            connections,
            new StaticListableBeanFactory(Map.of("registry", registry)).getBeanProvider(MeterRegistry.class));

    @BeforeEach
    void start() {
        when(engine.state()).thenReturn(new EngineState(5, 1, 2, null, Map.of()));
        Map<Health, Long> counts = new EnumMap<>(Health.class);
        counts.put(Health.HEALTHY, 3L);
        when(connections.count()).thenReturn(counts);
        meters.bindTo(registry);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }

    @Test
    void tellsTheMetersOfTheProductWithoutNames() throws Exception {
        SyncRun run = new SyncRun(
                new SyncRunId(UUID.randomUUID()),
                new LinkId(UUID.randomUUID()),
                new ProjectId(UUID.randomUUID()),
                new ConnectionId(UUID.randomUUID()),
                SyncTrigger.MANUAL,
                "anna",
                SyncRunStatus.FAILED,
                Instant.EPOCH,
                null,
                null,
                null,
                9,
                4,
                3,
                0,
                0,
                0,
                Duration.ZERO,
                null,
                null,
                null);
        meters.on(new SyncRunFinished(run));
        HttpResponse<String> answer = get("/prometheus");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("tallyfold_runs_total{result=\"failed\"} 1.0")
                .contains("tallyfold_items_written_total 7.0")
                .contains("tallyfold_queue_length 5.0", "tallyfold_queue_overdue 2.0")
                .contains("tallyfold_connections{health=\"healthy\"} 3.0")
                .doesNotContain("organization=");
    }

    @Test
    void saysWhetherTheProductIsHealthyAndNothingMore() throws Exception {
        assertThat(get("/health").body()).isEqualTo("{\"status\":\"UP\"}");
        health.set(Status.DOWN);
        assertThat(get("/health").statusCode()).isEqualTo(503);
    }

    @Test
    void servesNothingElse() throws Exception {
        for (String path : List.of("/", "/login", "/prometheus/", "/prometheus/x", "/actuator", "/env", "/health/x")) {
            assertThat(get(path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/prometheus"))
                                .POST(BodyPublishers.ofString("x")))
                        .statusCode())
                .isEqualTo(405);
    }

    @Test
    void refusesToStartOnAPortThatIsTaken() {
        assertThatThrownBy(() -> new MetricsServer(server.port(), "127.0.0.1", registry, health::get).start())
                .isInstanceOf(PortInUseException.class);
    }

    @Test
    void isNotThereUnlessAPortIsNamed() {
        ApplicationContextRunner application = new ApplicationContextRunner()
                .withBean(PrometheusMeterRegistry.class, () -> registry)
                .withBean(HealthEndpoint.class, () -> mock(HealthEndpoint.class))
                .withUserConfiguration(MetricsServer.class);
        application.run(context -> assertThat(context).doesNotHaveBean(MetricsServer.class));
        application
                .withPropertyValues("tallyfold.metrics.port=0")
                .run(context -> assertThat(context.getBean(MetricsServer.class).isRunning())
                        .isTrue());
    }
}
