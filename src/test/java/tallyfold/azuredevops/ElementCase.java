package tallyfold.azuredevops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import simulator.azuredevops.AzureDevOpsSimulator;
import simulator.azuredevops.Fields;
import simulator.azuredevops.Organization;
import simulator.azuredevops.SimNode;
import simulator.azuredevops.SimProject;
import simulator.azuredevops.SimulatorOptions;
import simulator.azuredevops.SystemProcesses;
import simulator.azuredevops.TokenSpec;
import tallyfold.azuredevops.http.ExchangeSettings;
import tallyfold.kernel.Secret;
import tallyfold.provider.ConnectionSettings;
import tallyfold.provider.Element;
import tallyfold.provider.ElementKind;
import tallyfold.provider.EndpointKind;
import tallyfold.provider.ProviderException;
import tallyfold.provider.ProviderSession;
import tallyfold.provider.RemotePage;
import tallyfold.provider.RemoteProjectId;

/** A simulator with an organization "acme", its project "Apollo", and a session of the adapter with it. */
abstract class ElementCase {

    AzureDevOpsSimulator simulator;
    Organization acme;
    SimProject apollo;
    RemoteProjectId project;
    ProviderSession session;

    @BeforeEach
    void start() {
        simulator = AzureDevOpsSimulator.start(SimulatorOptions.defaults());
        acme = simulator.addOrganization("acme");
        apollo = acme.addProject("Apollo", SystemProcesses.AGILE);
        project = new RemoteProjectId(apollo.id().toString());
        session = open(acme, SimulatedProvider.QUICK);
    }

    @AfterEach
    void stop() {
        session.close();
        simulator.close();
    }

    /** Limits for answers that take the simulator a while. */
    static ExchangeSettings patient(int idPage) {
        return new ExchangeSettings(Duration.ofSeconds(2), Duration.ofSeconds(30), 64L * 1024 * 1024, 4, idPage);
    }

    ProviderSession open(Organization organization, ExchangeSettings settings) {
        String token =
                organization.issueToken(TokenSpec.reading(organization.owner())).text();
        try (Secret secret = Secret.of(token)) {
            return SimulatedProvider.at(simulator.uri().toString(), new SimulatedProvider.MovableClock(), settings)
                    .open(new ConnectionSettings(organization.name(), EndpointKind.SIMULATOR, null, "dana"), secret);
        }
    }

    long item(String title, Map<String, ?> more) {
        Map<String, Object> fields = new java.util.HashMap<>(more);
        fields.put(Fields.TITLE, title);
        return acme.createItem(apollo.id(), "User Story", fields);
    }

    long itemIn(SimNode node) {
        return item("In " + node.name(), Map.of(node.iteration() ? Fields.ITERATION_PATH : Fields.AREA_PATH, (Object)
                node));
    }

    long child(long parent) {
        return item("Below " + parent, Map.of(Fields.PARENT, parent));
    }

    /** Every id an element covers, through all pages; fails when a page is out of order. */
    List<Long> ids(Element element) {
        return ids(session, project, element);
    }

    static List<Long> ids(ProviderSession session, RemoteProjectId project, Element element) {
        List<Long> all = new ArrayList<>();
        String after = "0";
        while (after != null) {
            RemotePage<Long> page = session.workItemIds(project, element, Long.parseLong(after));
            all.addAll(page.items());
            after = page.continuation();
            assertThat(after == null || after.equals(all.getLast().toString())).isTrue();
        }
        assertThat(all).isSorted().doesNotHaveDuplicates();
        return all;
    }

    static Element node(SimNode node, boolean below) {
        return new Element(
                node.iteration() ? ElementKind.ITERATION : ElementKind.AREA, Integer.toString(node.id()), below);
    }

    static AbstractStringAssert<?> assertFailure(ThrowingCallable call) {
        return assertThat(
                catchThrowableOfType(ProviderException.class, call).failure().code());
    }
}
