package tallyfold.administration.internal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Serves {@code /prometheus} and {@code /health}, and nothing else, on a port of its own. There is none unless
 * {@code tallyfold.metrics.port} is set, and it is reached from this machine only unless {@code tallyfold.metrics.address} says more:
 * nobody signs in here.
 *
 * <p>Not Spring Boot's {@code management.server.port}: with it the health that containers and guides ask for leaves the main port, while
 * without it an exposed Prometheus endpoint lies on the main port. Its child context starts a second Tomcat that answers through the
 * security chain of the main port, so that paths would have to be opened there which stay closed this way.
 */
@Component
@ConditionalOnProperty("tallyfold.metrics.port")
public class MetricsServer implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(MetricsServer.class);

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int ONLY_GET = 405;
    private static final int UNAVAILABLE = 503;

    private final int port;
    private final String address;
    private final PrometheusMeterRegistry meters;
    private final Supplier<Status> health;
    private @Nullable HttpServer server;
    private @Nullable ExecutorService threads;

    @Autowired
    MetricsServer(
            @Value("${tallyfold.metrics.port}") int port,
            @Value("${tallyfold.metrics.address:127.0.0.1}") String address,
            PrometheusMeterRegistry meters,
            HealthEndpoint health) {
        this(port, address, meters, () -> health.health().getStatus());
    }

    MetricsServer(int port, String address, PrometheusMeterRegistry meters, Supplier<Status> health) {
        this.port = port;
        this.address = address;
        this.meters = meters;
        this.health = health;
    }

    @Override
    public synchronized void start() {
        try {
            HttpServer starting = HttpServer.create(new InetSocketAddress(address, port), 0);
            ExecutorService working = Executors.newFixedThreadPool(
                    2, Thread.ofPlatform().name("metrics-", 0).daemon().factory());
            starting.setExecutor(working);
            starting.createContext("/", this::answer);
            starting.start();
            server = starting;
            threads = working;
            LOG.info(
                    "Metrics are served on {}:{}",
                    address,
                    starting.getAddress().getPort());
        } catch (IOException taken) {
            throw new PortInUseException(port, taken);
        }
    }

    /** The port it listens on; 0 while it does not. */
    synchronized int port() {
        return server == null ? 0 : server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestMethod().equals("GET")) {
                send(exchange, ONLY_GET, "text/plain", "");
                return;
            }
            switch (exchange.getRequestURI().getPath()) {
                case "/prometheus" -> send(exchange, OK, "text/plain; version=0.0.4; charset=utf-8", meters.scrape());
                case "/health" -> {
                    Status status = health.get();
                    send(
                            exchange,
                            Status.UP.equals(status) ? OK : UNAVAILABLE,
                            "application/json",
                            "{\"status\":\"" + status.getCode() + "\"}");
                }
                default -> send(exchange, NOT_FOUND, "text/plain", "");
            }
        } catch (RuntimeException e) {
            LOG.warn("A request for metrics could not be answered", e);
        }
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public synchronized void stop() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
        if (threads != null) {
            threads.shutdownNow();
            threads = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return server != null;
    }
}
