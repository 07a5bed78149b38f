package tallyfold.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simulator.azuredevops.DemoTokens;
import simulator.azuredevops.Organization;
import simulator.azuredevops.Selections;
import simulator.azuredevops.SimItem;
import simulator.azuredevops.SimProject;
import simulator.azuredevops.SimTeam;

/** From a new project to one that is tied to parts of Azure DevOps, and untied again. */
class LinkJourneyIT {

    private static final String CLINIC = "Clinic Scheduling";

    @TempDir
    Path folder;

    @Test
    void createsAProjectLinksATeamAndAnEpicAndUnlinksBothWays() {
        Path home = folder.resolve("home");
        try (SimulatedWorld world = new SimulatedWorld();
                Browser browser = Browser.open()) {
            Organization fabrikam = world.fabrikam();
            SimProject clinic = fabrikam.project(CLINIC);
            SimTeam team = team(clinic, "Booking");
            SimItem epic = epicOutside(fabrikam, clinic, team);
            NavigableMap<Long, Integer> covered = covered(fabrikam, team, epic);
            Page page = browser.page();
            LinkSteps steps = new LinkSteps(page);
            try (RunningProduct product = RunningProduct.start(home, world.arguments())) {
                Journey journey = new Journey(page, product);
                journey.setUp(home);
                newProjectWithConnections(journey, "Clinic portfolio");

                steps.window()
                        .getByRole(AriaRole.BUTTON, exactly("Add new connection"))
                        .first()
                        .click();
                connect(journey, world, fabrikam);
                choose(steps, team, epic);
                steps.covers(covered.size());
                steps.link();
                steps.awaitSynced();
            }
            assertThat(covered).hasSizeGreaterThan(10);
            assertThat(StoredItems.of(home)).containsOnly(Map.entry(CLINIC, covered));

            try (RunningProduct product = RunningProduct.start(home, world.arguments())) {
                openLinks(page, product, steps);
                steps.unlink("Keep the synced work items as a read-only copy");
                assertThat(steps.window().getByText("Read-only copy from fabrikam-demo"))
                        .isVisible();
            }
            assertThat(StoredItems.of(home)).as("the copy").containsOnly(Map.entry(CLINIC, covered));

            fabrikam.update(covered.lastKey(), Map.of("System.Title", "Changed after the unlinking"));
            try (RunningProduct product = RunningProduct.start(home, world.arguments())) {
                openLinks(page, product, steps);
                steps.tab("Link to project");
                steps.connection("fabrikam-demo");
                choose(steps, team, epic);
                steps.link();
                steps.awaitSynced();
                assertThat(steps.window().getByText("Read-only copy")).hasCount(0);
            }
            assertThat(StoredItems.of(home))
                    .as("linked again, in place of the copy")
                    .containsOnly(Map.entry(CLINIC, covered(fabrikam, team, epic)));

            try (RunningProduct product = RunningProduct.start(home, world.arguments())) {
                openLinks(page, product, steps);
                steps.unlink("Remove them");
                assertThat(steps.window().getByText("Not linked yet")).isVisible();
            }
            assertThat(StoredItems.of(home)).as("nothing is left").isEmpty();
            System.out.println("Link journey: " + covered.size()
                    + " work items of a team and an epic equal to the truth; kept as a copy, linked again, removed");
        }
    }

    @Test
    void showsAProjectOfTwoOrganizationsWithTheProgressOfEachAndInTotal() {
        Path home = folder.resolve("home");
        try (SimulatedWorld world = new SimulatedWorld();
                Browser browser = Browser.open();
                RunningProduct product = RunningProduct.start(home, world.arguments())) {
            Page page = browser.page();
            Journey journey = new Journey(page, product);
            LinkSteps steps = new LinkSteps(page);
            journey.setUp(home);
            for (Organization organization : new Organization[] {world.fabrikam(), world.contoso()}) {
                journey.open("connections");
                journey.button("Add new connection").first().click();
                connect(journey, world, organization);
            }
            SimProject there = world.contoso().projects().getFirst();
            newProjectWithConnections(journey, "Both");
            steps.connection("fabrikam-demo");
            steps.project(CLINIC);
            steps.link();
            steps.awaitSynced();
            steps.tab("Link to project");
            steps.connection("contoso-demo");
            steps.project(there.name());
            steps.link();
            assertThat(steps.window().getByText("contoso-demo").first()).isVisible();
            page.waitForTimeout(1_500);
            journey.open("projects");
            page.getByText("Both").first().click();
            page.waitForURL("**/summary");

            Progress first = Progress.of(world.fabrikam(), world.fabrikam().project(CLINIC), "User Story");
            Progress second = Progress.of(world.contoso(), there, counted(there));
            Progress total = first.plus(second);
            assertThat(page.getByText(total.closed() + " of " + total.all() + " ")
                            .first())
                    .isVisible();
            assertThat(page.getByText(first.closed() + " of " + first.all()).first())
                    .isVisible();
            assertThat(page.getByText(second.closed() + " of " + second.all()).first())
                    .isVisible();
            assertThat(page.getByText("fabrikam-demo").first()).isVisible();
            assertThat(page.getByText("contoso-demo").first()).isVisible();
        }
    }

    /** Items of the type that counts: how many are closed, and how many there are. */
    private record Progress(long closed, long all) {

        static Progress of(Organization organization, SimProject project, String type) {
            var items = organization.items(project.id()).stream()
                    .filter(item -> item.type().equals(type))
                    .toList();
            long removed = items.stream()
                    .filter(item -> item.state().equals("Removed"))
                    .count();
            long closed = items.stream()
                    .filter(item ->
                            item.state().equals("Closed") || item.state().equals("Done"))
                    .count();
            return new Progress(closed, items.size() - removed);
        }

        Progress plus(Progress other) {
            return new Progress(closed + other.closed, all + other.all);
        }
    }

    private static String counted(SimProject project) {
        return project.process().name().equals("Agile") ? "User Story" : "Task";
    }

    private static void newProjectWithConnections(Journey journey, String name) {
        journey.open("projects");
        journey.button("New project").first().click();
        Locator fresh = journey.window("New project");
        fresh.getByLabel("Name", new Locator.GetByLabelOptions().setExact(true)).fill(name);
        fresh.getByLabel("Configure connections").check(new Locator.CheckOptions().setForce(true));
        fresh.getByRole(AriaRole.BUTTON, exactly("Create project")).click();
        assertThat(journey.window("Configure connections").getByText("Link to project"))
                .isVisible();
    }

    private static void connect(Journey journey, SimulatedWorld world, Organization organization) {
        DemoTokens tokens = world.tokens(organization);
        journey.create(
                "https://dev.azure.com/" + organization.name(),
                tokens.working().owner().mail(),
                tokens.working().text());
        assertThat(journey.window("Create connection")).hasCount(0);
    }

    private static void choose(LinkSteps steps, SimTeam team, SimItem epic) {
        steps.project(CLINIC);
        steps.kind("Teams");
        steps.tick(team.name());
        steps.kind("Work items");
        steps.find("Find by number or title", Long.toString(epic.id()));
        steps.tick(epic.id() + " " + epic.title());
    }

    private static void openLinks(Page page, RunningProduct product, LinkSteps steps) {
        Journey journey = new Journey(page, product);
        journey.open("projects");
        if (page.url().contains("/login")) {
            journey.signIn(Journey.ADMIN, Journey.PASSWORD);
            journey.open("projects");
        }
        page.getByText("Clinic portfolio").first().click();
        page.waitForURL("**/summary");
        journey.button("Connect").first().click();
        steps.tab("Links");
    }

    private static SimTeam team(SimProject project, String name) {
        return project.teams().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** An epic that brings something the team does not have. */
    private static SimItem epicOutside(Organization organization, SimProject project, SimTeam team) {
        Selections selections = new Selections(organization);
        return organization.items(project.id()).stream()
                .filter(item -> item.type().equals("Epic"))
                .filter(item -> !selections
                        .team(team)
                        .keySet()
                        .containsAll(selections.subtree(item.id()).keySet()))
                .findFirst()
                .orElseThrow();
    }

    private static NavigableMap<Long, Integer> covered(Organization organization, SimTeam team, SimItem epic) {
        Selections selections = new Selections(organization);
        NavigableMap<Long, Integer> covered = new TreeMap<>(selections.team(team));
        covered.putAll(selections.subtree(epic.id()));
        return covered;
    }

    private static Locator.GetByRoleOptions exactly(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }
}
