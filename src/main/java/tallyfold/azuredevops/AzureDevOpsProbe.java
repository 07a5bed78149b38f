package tallyfold.azuredevops;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import tallyfold.azuredevops.http.Probe;
import tallyfold.network.CurrentClient;
import tallyfold.network.HttpClients;
import tallyfold.network.NetworkPath;
import tallyfold.provider.NetworkProbe;

/** Tries whether the service can be reached at all. */
final class AzureDevOpsProbe implements NetworkProbe {

    /** Somebody waits in front of the page. */
    private static final Duration DEADLINE = Duration.ofSeconds(15);

    private final Endpoints endpoints;
    private final CurrentClient clients;
    private final String userAgent;

    AzureDevOpsProbe(Endpoints endpoints, CurrentClient clients, String userAgent) {
        this.endpoints = endpoints;
        this.clients = clients;
        this.userAgent = userAgent;
    }

    @Override
    public Answered ask(NetworkPath path) {
        URI address = endpoints.front();
        HttpClient client = clients.of(path);
        try {
            Duration took = Probe.ask(client, address, userAgent, DEADLINE);
            return new Answered(address.toString(), HttpClients.goesThroughProxy(client, address), took);
        } finally {
            client.shutdownNow();
        }
    }
}
