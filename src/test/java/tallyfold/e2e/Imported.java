package tallyfold.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import simulator.azuredevops.AzureDevOpsSimulator;
import simulator.azuredevops.Organization;
import simulator.azuredevops.SimProject;
import simulator.azuredevops.SimToken;

/** An import of a whole organization that is under way, begun by hand in a browser. */
final class Imported {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final AzureDevOpsSimulator simulator;
    private final Organization organization;

    private Imported(AzureDevOpsSimulator simulator, Organization organization) {
        this.simulator = simulator;
        this.organization = organization;
    }

    /** Signs up, connects and has everything imported, with the given latency from the import on. */
    static Imported begin(
            Page page,
            RunningProduct product,
            Path home,
            AzureDevOpsSimulator simulator,
            Organization organization,
            SimToken token,
            Duration latency) {
        Journey journey = new Journey(page, product);
        journey.setUp(home);
        Locator window = journey.openImport();
        window.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Add new connection"))
                .first()
                .click();
        journey.create("dev.azure.com/" + organization.name(), token.owner().mail(), token.text());
        int projects = organization.projects().size();
        window.getByText("Select all " + projects + " that match").click();
        simulator.latency(latency);
        window.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Import").setExact(true))
                .click();
        assertThat(window.getByText(projects + " projects from")).isVisible();
        return new Imported(simulator, organization);
    }

    /** Until so many more requests have come in. */
    void awaitRequests(int more) throws InterruptedException {
        long wanted = simulator.requests().count() + more;
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (simulator.requests().count() < wanted) {
            if (System.nanoTime() > end) {
                throw new AssertionError("The import did not go on by itself");
            }
            Thread.sleep(Duration.ofMillis(20));
        }
    }

    /** Until no request has come in for some seconds. */
    void awaitQuiet() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        long before = -1;
        while (before != simulator.requests().count()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("The import did not come to an end");
            }
            before = simulator.requests().count();
            Thread.sleep(Duration.ofSeconds(4));
        }
    }

    /** Revisions by item id, by the name of the project; of projects that have items. */
    Map<String, Map<Long, Integer>> truth() {
        Map<String, Map<Long, Integer>> truth = new TreeMap<>();
        for (SimProject project : organization.projects()) {
            Map<Long, Integer> items = StoredItems.truth(organization, project.name());
            if (!items.isEmpty()) {
                truth.put(project.name(), items);
            }
        }
        return truth;
    }
}
