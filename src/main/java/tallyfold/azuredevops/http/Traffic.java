package tallyfold.azuredevops.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Counts requests and waits for those who measure. Names of organizations are told only where that is wanted. */
public final class Traffic {

    private final @Nullable MeterRegistry registry;
    private final boolean names;
    private final String organization;

    private Traffic(@Nullable MeterRegistry registry, boolean names, String organization) {
        this.registry = registry;
        this.names = names;
        this.organization = organization;
    }

    /** Counts for nobody. */
    public static Traffic uncounted() {
        return new Traffic(null, false, "");
    }

    /**
     * Counts in a registry; null counts for nobody.
     *
     * @param names whether organizations are told apart by their names
     */
    public static Traffic counted(@Nullable MeterRegistry registry, boolean names) {
        return new Traffic(registry, names, "");
    }

    /** The traffic with one organization. */
    public Traffic with(String name) {
        return new Traffic(registry, names, name);
    }

    /** A request was answered with that status, or with 0 not at all. */
    void answered(int status) {
        if (registry != null) {
            Counter.Builder counter = Counter.builder("tallyfold.azure.devops.requests")
                    .description("Requests to Azure DevOps")
                    .tag("status", status == 0 ? "none" : Integer.toString(status));
            (names ? counter.tag("organization", organization) : counter)
                    .register(registry)
                    .increment();
        }
    }

    /** A request was put off. */
    void waited(Duration length) {
        if (registry != null) {
            Timer.Builder timer = Timer.builder("tallyfold.azure.devops.waits")
                    .description("Waiting before requests to Azure DevOps");
            (names ? timer.tag("organization", organization) : timer)
                    .register(registry)
                    .record(length);
        }
    }
}
