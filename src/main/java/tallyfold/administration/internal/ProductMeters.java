package tallyfold.administration.internal;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tallyfold.connection.ConnectionHealthStore;
import tallyfold.connection.Health;
import tallyfold.sync.EngineStateStore;
import tallyfold.sync.SyncRun;
import tallyfold.sync.SyncRunFinished;

/** What is measured of the product itself. Counts only: no name of an organization or a project is part of a meter. */
@Component
public class ProductMeters implements MeterBinder {

    private final EngineStateStore engine;
    private final ConnectionHealthStore connections;
    private final ObjectProvider<MeterRegistry> registry;

    ProductMeters(EngineStateStore engine, ConnectionHealthStore connections, ObjectProvider<MeterRegistry> registry) {
        this.engine = engine;
        this.connections = connections;
        this.registry = registry;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("tallyfold.queue.length", engine, store -> store.state().waiting())
                .description("Runs that wait for their turn")
                .register(meters);
        Gauge.builder("tallyfold.queue.overdue", engine, store -> store.state().overdue())
                .description("Executions that should have begun more than a minute ago")
                .register(meters);
        for (Health health : Health.values()) {
            Gauge.builder(
                            "tallyfold.connections",
                            connections,
                            store -> store.count().getOrDefault(health, 0L))
                    .description("Connections by health")
                    .tag("health", health.name().toLowerCase(Locale.ROOT))
                    .register(meters);
        }
    }

    @EventListener
    void on(SyncRunFinished finished) {
        registry.ifAvailable(meters -> {
            SyncRun run = finished.run();
            Counter.builder("tallyfold.runs")
                    .description("Runs that ended")
                    .tag("result", run.status().name().toLowerCase(Locale.ROOT))
                    .register(meters)
                    .increment();
            Counter.builder("tallyfold.items.written")
                    .description("Work items added, changed or marked as removed")
                    .register(meters)
                    .increment((double) run.added() + run.changed() + run.removed());
        });
    }
}
