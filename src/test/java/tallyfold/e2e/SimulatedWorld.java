package tallyfold.e2e;

import simulator.azuredevops.AzureDevOpsSimulator;
import simulator.azuredevops.DemoContent;
import simulator.azuredevops.DemoTokens;
import simulator.azuredevops.Organization;
import simulator.azuredevops.SimulatorOptions;

/** The simulator with both demo organizations, standing still, in this process. */
final class SimulatedWorld implements AutoCloseable {

    private final AzureDevOpsSimulator simulator = AzureDevOpsSimulator.start(SimulatorOptions.defaults());

    SimulatedWorld() {
        DemoContent.fabrikam(simulator);
        DemoContent.contoso(simulator);
    }

    AzureDevOpsSimulator simulator() {
        return simulator;
    }

    Organization fabrikam() {
        return simulator.organization(DemoContent.FABRIKAM);
    }

    Organization contoso() {
        return simulator.organization(DemoContent.CONTOSO);
    }

    DemoTokens tokens(Organization organization) {
        return DemoContent.tokens(simulator, organization.name());
    }

    /** What sends the product here instead of to Microsoft. */
    String[] arguments(String... more) {
        String[] all = new String[more.length + 2];
        all[0] = "--tallyfold.azure-devops.simulator.url=" + simulator.uri();
        all[1] = "--tallyfold.azure-devops.simulator.organizations=*";
        System.arraycopy(more, 0, all, 2, more.length);
        return all;
    }

    @Override
    public void close() {
        simulator.close();
    }
}
