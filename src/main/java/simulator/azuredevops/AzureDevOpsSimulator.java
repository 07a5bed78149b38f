package simulator.azuredevops;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import simulator.azuredevops.http.WireAnswer;
import simulator.azuredevops.http.WireRequest;
import simulator.azuredevops.http.WireServer;

/**
 * Azure DevOps Services on a loopback port: {@code {uri}/dev.azure.com/{org}/…} and
 * {@code {uri}/vssps.dev.azure.com/{org}/…} answer as the two hosts of the service do. It only reads; changes are made
 * through {@link Organization}.
 */
public final class AzureDevOpsSimulator implements AutoCloseable {

    private final AtomicInteger removed = new AtomicInteger();
    private final SimulatorOptions options;
    private final Map<String, Organization> organizations = new ConcurrentHashMap<>();
    private final RequestRecord requests = new RequestRecord();
    private final Manners manners;
    private final Faults faults = new Faults();
    private final Map<WireRequest, Instant> underWay = new ConcurrentHashMap<>();
    private final FrontDoor door;
    private final WireServer server;
    private volatile Duration latency;

    private AzureDevOpsSimulator(SimulatorOptions options) {
        this.options = options;
        this.latency = options.latency();
        this.manners = new Manners(options.clock());
        this.door = new FrontDoor(organizations, options.clock(), options.seed());
        this.server = WireServer.start(options.port(), new Desk());
    }

    /** Binds 127.0.0.1 and serves until {@link #close()}. */
    public static AzureDevOpsSimulator start(SimulatorOptions options) {
        return new AzureDevOpsSimulator(options);
    }

    /** {@code http://127.0.0.1:PORT}. */
    public URI uri() {
        return server.uri();
    }

    /** The organization of that name, without case; {@link IllegalArgumentException} if there is none. */
    public Organization organization(String name) {
        Organization organization = organizations.get(key(name));
        if (organization == null) {
            throw new IllegalArgumentException("no organization " + name);
        }
        return organization;
    }

    /**
     * A new organization with an owner and the four system processes, and nothing else. One that takes the name of another that
     * is gone has ids of its own all the same.
     */
    public Organization addOrganization(String name) {
        Organization organization = new Organization(name, options.clock(), options.seed() + removed.get());
        if (organizations.putIfAbsent(key(name), organization) != null) {
            throw new IllegalArgumentException("there is an organization " + name + " already");
        }
        return organization;
    }

    /** The name stops resolving, as after a rename or a deletion. */
    public void removeOrganization(String name) {
        organizations.remove(key(name));
        removed.incrementAndGet();
    }

    public RequestRecord requests() {
        return requests;
    }

    /** How patiently the organizations were asked. */
    public Manners manners() {
        return manners;
    }

    public Faults faults() {
        return faults;
    }

    /** Slept before every answer from now on. */
    public void latency(Duration fixed) {
        latency = fixed;
    }

    /** The simulated service's clock. */
    public Clock clock() {
        return options.clock();
    }

    long seed() {
        return options.seed();
    }

    @Override
    public void close() {
        server.close();
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Takes requests from the wire. */
    private final class Desk implements WireServer.Handler {

        @Override
        public WireAnswer answer(WireRequest request) throws InterruptedException {
            underWay.put(request, Instant.now());
            requests.begin();
            manners.asked(request);
            if (latency.isPositive()) {
                Thread.sleep(latency);
            }
            WireAnswer answer = faults.answer(request, () -> honest(request));
            manners.answered(request, answer);
            return answer;
        }

        private WireAnswer honest(WireRequest request) {
            try {
                return door.answer(request);
            } catch (IllegalArgumentException e) {
                return Refusals.invalid("The request could not be understood.");
            }
        }

        @Override
        public void finished(WireRequest request, @Nullable WireAnswer answer) {
            manners.finished(request);
            Instant from = underWay.remove(request);
            Instant start = from == null ? Instant.now() : from;
            int status = answer == null ? 0 : answer.status();
            int bytes = answer == null ? 0 : answer.body().length;
            requests.end(RecordedRequest.of(request, start, status, bytes, Duration.between(start, Instant.now())));
        }
    }
}
