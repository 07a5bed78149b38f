package tallyfold.azuredevops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tallyfold.azuredevops.http.OrganizationPatience;
import tallyfold.azuredevops.http.Patience;
import tallyfold.azuredevops.http.Traffic;
import tallyfold.kernel.Secret;
import tallyfold.network.HttpClients;
import tallyfold.network.ProxySettings;
import tallyfold.network.TrustedAuthorities;
import tallyfold.provider.Allowances.Allowance;
import tallyfold.provider.ConnectionSettings;
import tallyfold.provider.EndpointKind;
import tallyfold.provider.PauseLedger;
import tallyfold.provider.ProviderSession;
import tallyfold.support.RawServer;

/** What is counted of requests and known of the pace of an organization. */
class TrafficTest {

    private static final String JSON = "Content-Type: application/json\r\n";
    private static final String ITEMS = "{\"value\":[{\"id\":1,\"rev\":1}]}";

    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final SimulatedProvider.MovableClock clock = new SimulatedProvider.MovableClock();
    private final OrganizationPatience patience = new OrganizationPatience(
            PauseLedger.NONE, keeper -> new Patience(4, clock, () -> 0.5, clock::pause, keeper));

    private void ask(String url, boolean names) {
        var client = HttpClients.create(
                SimulatedProvider.QUICK.connectTimeout(), TrustedAuthorities.ofTheJdk(), ProxySettings.none());
        var provider = new AzureDevOpsProvider(
                Endpoints.with(url, List.of("*")),
                () -> client,
                SimulatedProvider.QUICK,
                patience,
                Traffic.counted(registry, names),
                clock,
                "Tallyfold/test");
        try (Secret token = Secret.of(Fixture.NEW_TOKEN);
                ProviderSession session = provider.open(
                        new ConnectionSettings("fabrikam", EndpointKind.SIMULATOR, null, "anna"), token)) {
            var _ = catchThrowable(() -> session.workItems(List.of(1L)));
        }
    }

    private double requests(String status) {
        return registry.get("tallyfold.azure.devops.requests")
                .tag("status", status)
                .counter()
                .count();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void countsRequestsByStatusAndNamesOrganizationsOnlyWhereThatIsWanted(boolean names) {
        try (RawServer server = RawServer.json(ITEMS)) {
            ask(server.url(), names);
        }
        try (RawServer refusing = new RawServer((_, socket) -> RawServer.send(socket, 401, JSON, new byte[0]))) {
            ask(refusing.url(), names);
        }
        assertThat(requests("200")).isPositive();
        assertThat(requests("401")).isPositive();
        assertThat(registry.getMeters())
                .extracting(Meter::getId)
                .allMatch(id -> (id.getTag("organization") != null) == names);
    }

    @Test
    void countsWhatWasNotAnsweredAndTheWaitsBetween() {
        RawServer gone = RawServer.json("{}");
        gone.close();
        ask(gone.url(), false);
        assertThat(requests("none")).isGreaterThan(1);
        assertThat(registry.get("tallyfold.azure.devops.waits").timer().count()).isPositive();
    }

    @Test
    void knowsTheAllowanceAndThePauseAsTheLastAnswerToldThem() {
        assertThat(patience.allowances()).isEmpty();
        try (RawServer server = new RawServer((_, socket) -> RawServer.send(
                socket,
                200,
                JSON + "X-RateLimit-Limit: 200\r\nX-RateLimit-Remaining: 120\r\nRetry-After: 30\r\n",
                RawServer.utf8(ITEMS)))) {
            ask(server.url(), false);
        }
        Allowance allowance = patience.allowances().getFirst();
        assertThat(allowance.organization()).isEqualTo("fabrikam");
        assertThat(allowance.remaining()).isEqualTo(120.0);
        assertThat(allowance.limit()).isEqualTo(200.0);
        assertThat(allowance.inFlight()).isZero();
        assertThat(allowance.width()).isEqualTo(4);
        assertThat(allowance.pausedUntil()).isAfter(clock.instant());

        clock.pause(Duration.ofMinutes(10));
        assertThat(patience.allowances().getFirst().pausedUntil()).isNull();
    }
}
