package simulator.azuredevops;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A simulator with one organization "acme", one Agile project "Apollo" and one reader. */
abstract class SimulatorCase {

    static final Instant NOW = Instant.parse("2026-11-24T10:15:30.120Z");

    AzureDevOpsSimulator simulator;
    Organization acme;
    SimProject apollo;
    SimUser ada;
    SimToken token;
    SimulatorClient client;

    @BeforeEach
    void start() {
        simulator = AzureDevOpsSimulator.start(SimulatorOptions.defaults().withClock(Clock.fixed(NOW, ZoneOffset.UTC)));
        acme = simulator.addOrganization("acme");
        apollo = acme.addProject("Apollo", SystemProcesses.AGILE);
        ada = acme.addUser("Ada Keller", "ada@acme.example");
        token = acme.issueToken(TokenSpec.reading(ada));
        client = as(token);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    SimulatorClient as(SimToken other) {
        return new SimulatorClient(simulator.uri(), other.authorization(), true);
    }

    SimulatorClient with(String authorization) {
        return new SimulatorClient(simulator.uri(), authorization, true);
    }

    SimulatorClient stranger(boolean suppress) {
        return new SimulatorClient(simulator.uri(), null, suppress);
    }

    SimulatorClient.Answer get(String path) {
        return client.get(SimulatorClient.CORE + path);
    }

    long item(String type, String title) {
        return acme.createItem(apollo.id(), type, java.util.Map.of(Fields.TITLE, title));
    }

    long child(String type, String title, long parent) {
        return acme.createItem(apollo.id(), type, java.util.Map.of(Fields.TITLE, title, Fields.PARENT, parent));
    }
}
