package tallyfold.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import simulator.azuredevops.DemoTokens;

/** Every screen on the way from the first start to figures: kept as a picture, and without a violation that axe would find. */
@Timeout(1800)
class ScreensIT {

    @TempDir
    Path folder;

    @Test
    void showsEveryScreenOfProjectsLightAndDarkWideAndNarrowWithoutAxeViolations() {
        Path home = folder.resolve("home");
        try (SimulatedWorld world = new SimulatedWorld();
                Browser browser = Browser.open();
                RunningProduct product = RunningProduct.start(home, world.arguments())) {
            DemoTokens tokens = world.tokens(world.fabrikam());
            Page page = browser.page();
            Journey journey = new Journey(page, product);
            Screens screens = new Screens(page);

            journey.open("");
            assertThat(journey.field("Set-up code")).isVisible();
            screens.take("set-up");
            journey.setUp(home);

            journey.open("getting-started");
            assertThat(page.getByText("0 of 4").first()).isVisible();
            screens.take("getting-started");
            journey.open("projects");
            assertThat(page.getByText("No projects yet")).isVisible();
            screens.take("projects-empty");
            journey.open("connections");
            assertThat(page.getByText("No connection yet")).isVisible();
            screens.take("connections-empty");

            journey.button("Add new connection").first().click();
            assertThat(page.getByText("How to create a Personal Access Token").first())
                    .isVisible();
            screens.take("create-connection");
            journey.create(
                    "https://dev.azure.com/fabrikam-demo",
                    tokens.working().owner().mail(),
                    tokens.withoutGraph().text());
            assertThat(page.getByText("5 of 6 passed")).isVisible();
            screens.take("checks-failed");
            journey.create(
                    "https://dev.azure.com/fabrikam-demo",
                    tokens.working().owner().mail(),
                    tokens.working().text());
            assertThat(journey.window("Create connection")).hasCount(0);
            assertThat(page.getByText("Healthy").first()).isVisible();
            screens.take("connections");

            Locator window = journey.openImport();
            window.getByText("Select all 13 that match").click();
            assertThat(window.getByText("13 of 13 selected: 13 New")).isVisible();
            screens.take("import-projects");
            world.simulator().latency(Duration.ofMillis(700));
            window.getByRole(
                            AriaRole.BUTTON,
                            new Locator.GetByRoleOptions().setName("Import").setExact(true))
                    .click();
            assertThat(window.getByText("Running").first()).isVisible();
            screens.take("importing");
            world.simulator().latency(Duration.ZERO);
            assertThat(window.getByText("Nothing is waiting or running any more."))
                    .isVisible(new com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions()
                            .setTimeout(60_000));
            screens.take("imported");

            journey.open("projects");
            assertThat(page.getByText("Fleet Telematics").first()).isVisible();
            screens.take("projects");
            journey.open("projects?view=table");
            assertThat(page.getByText("Fleet Telematics").first()).isVisible();
            screens.take("projects-table");
            portfolios(journey, page, screens);
            journey.open("projects");
            page.getByText("Fleet Telematics").first().click();
            assertThat(page.getByText("user stories closed").first()).isVisible();
            screens.take("project-summary");
            figures(page, screens);
            page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Work items"))
                    .click();
            page.waitForURL("**/work-items**");
            assertThat(page.locator("vaadin-grid").first()).isVisible();
            screens.take("work-items-tree");
            page.getByText("List", new Page.GetByTextOptions().setExact(true))
                    .first()
                    .click();
            screens.take("work-items-list");

            syncing(journey, page, screens);
            linking(journey, page, screens);
            page.context().clearCookies();
            journey.open("login");
            assertThat(journey.field("User name")).isVisible();
            screens.take("sign-in");

            System.out.println("Screens: " + screens.taken() + " pictures in target/screens, "
                    + screens.violations().size() + " axe violations");
            assertThat(screens.violations()).isEmpty();
        }
    }

    /** Projects gathered in a portfolio, on a timeline, in a table, and on paper. */
    private static void portfolios(Journey journey, Page page, Screens screens) {
        journey.open("portfolios");
        assertThat(page.getByText("No portfolios yet")).isVisible();
        screens.take("portfolios-empty");
        journey.button("New portfolio").first().click();
        Locator fresh = journey.window("New portfolio");
        fresh.getByLabel("Name", new Locator.GetByLabelOptions().setExact(true)).fill("Digital Services");
        fresh.getByLabel("Owner").fill("Sofia Marino");
        screens.take("portfolio-new");
        fresh.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Create").setExact(true))
                .click();
        page.waitForURL("**/portfolios/*");
        journey.button("Add projects").first().click();
        Locator adding = journey.window("Add projects to Digital Services");
        for (String name : List.of("Fleet Telematics", "Clinic Scheduling", "Mobile Banking App")) {
            adding.getByRole(AriaRole.COMBOBOX).fill(name);
            page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(name))
                    .first()
                    .click();
            adding.getByRole(AriaRole.COMBOBOX).fill("");
        }
        page.keyboard().press("Escape");
        screens.take("portfolio-add-projects");
        adding.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Add").setExact(true))
                .click();
        assertThat(page.getByText("Fleet Telematics").first()).isVisible();
        screens.take("portfolio");
        String address = page.url();
        page.navigate(address + "?view=table");
        assertThat(page.locator("vaadin-grid").first()).isVisible();
        screens.take("portfolio-table");
        page.navigate(address + "/report");
        assertThat(page.getByText("Projects one by one")).isVisible();
        screens.take("portfolio-report");
        journey.open("portfolios");
        assertThat(page.getByText("Digital Services").first()).isVisible();
        screens.take("portfolios");
        journey.open("help/portfolios");
        assertThat(page.getByText("Back to top").first()).isAttached();
        screens.take("help-portfolios");
    }

    /** The windows in which people say how a project stands, and the one that deletes it. */
    private static void standing(Journey journey, Page page, Screens screens) {
        journey.button("Delete project").first().click();
        assertThat(page.getByText("This cannot be undone").first()).isVisible();
        screens.take("delete-project");
        journey.button("Cancel").first().click();
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Summary"))
                .click();
        page.waitForURL("**/summary**");
        journey.button("Update").first().click();
        journey.field("Note on Overall").first().fill("Two partners have not signed yet.");
        screens.take("update-status");
        journey.button("Save").first().click();
        assertThat(page.getByText("Two partners have not signed yet.").first()).isVisible();
        journey.button("Edit key dates").first().click();
        journey.field("Name").first().fill("Go-live");
        screens.take("edit-key-dates");
        journey.button("Cancel").first().click();
        screens.take("project-standing");
    }

    /** The tabs of a project that show figures, with their pictures and a picture's table. */
    private static void figures(Page page, Screens screens) {
        tab(page, "Iterations");
        assertThat(page.getByText("Not started").first()).isVisible();
        screens.take("iterations");
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Table"))
                .click();
        assertThat(page.locator("vaadin-grid").first()).isVisible();
        screens.take("iterations-table");
        tab(page, "Team");
        assertThat(page.locator("vaadin-grid").first()).isVisible();
        screens.take("team-figures");
        tab(page, "Schedule");
        assertThat(page.getByText("Epics and features").first()).isVisible();
        screens.take("schedule");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("As table: Epics and features"))
                .click();
        screens.take("schedule-table");
        tab(page, "Settings");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Progress rules"))
                .click();
        assertThat(page.getByText("Rules for").first()).isVisible();
        screens.take("progress-rules");
        page.keyboard().press("Escape");
    }

    private static void tab(Page page, String name) {
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
        page.waitForURL("**/" + name.toLowerCase(Locale.ROOT) + "**");
    }

    /** How projects are kept in sync, with one that rests and one that was stopped. */
    private static void syncing(Journey journey, Page page, Screens screens) {
        journey.open("projects");
        page.getByText("Fleet Telematics").first().click();
        page.waitForURL("**/summary");
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Settings"))
                .click();
        page.waitForURL("**/settings**");
        journey.field("Progress").first().click();
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("On Hold"))
                .click();
        journey.button("Save").first().click();
        assertThat(page.getByText("Not synced on schedule").first()).isVisible();
        screens.take("project-settings");
        standing(journey, page, screens);
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("History"))
                .click();
        page.waitForURL("**/history**");
        assertThat(page.getByText("First sync").first()).isVisible();
        screens.take("history");
        journey.open("projects/sync-status");
        assertThat(page.getByText("Fleet Telematics").first()).isVisible();
        screens.take("sync-status");
        journey.button("Sync all").first().click();
        screens.take("sync-status-running");
        journey.open("projects/sync-status?status=failed");
        assertThat(page.getByText("No link matches").first()).isVisible();
        screens.take("sync-status-nothing");
        journey.open("help/keep-in-sync");
        assertThat(page.getByText("Back to top").first()).isAttached();
        screens.take("help-keep-in-sync");
    }

    /** A project made by hand, tied to parts of two organizations and untied again. */
    private static void linking(Journey journey, Page page, Screens screens) {
        journey.open("projects");
        journey.button("New project").first().click();
        Locator fresh = journey.window("New project");
        Locator name = fresh.getByLabel("Name", new Locator.GetByLabelOptions().setExact(true));
        name.fill("Clinics and fleet");
        screens.take("new-project");
        fresh.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Create project").setExact(true))
                .click();
        page.waitForURL("**/summary");
        screens.take("project-not-linked");

        journey.button("Connect").first().click();
        LinkSteps steps = new LinkSteps(page);
        steps.project("Clinic Scheduling");
        screens.take("link-whole");
        steps.kind("Teams");
        steps.tick("Booking");
        screens.take("link-teams");
        steps.kind("Areas");
        steps.tick("Resources");
        screens.take("link-window");
        steps.kind("Iterations");
        assertThat(steps.window().getByText("Someday")).isVisible();
        screens.take("link-iterations");
        steps.kind("Queries");
        assertThat(steps.window().getByText("Everything open")).isVisible();
        screens.take("link-queries");
        steps.kind("Work items");
        steps.find("Find by number or title", "Clinic reporting");
        assertThat(steps.window()
                        .getByText("Clinic reporting", new Locator.GetByTextOptions().setExact(false))
                        .first())
                .isVisible();
        screens.take("link-work-items");
        steps.link();
        steps.awaitSynced();
        screens.take("links");
        journey.open("projects");
        page.getByText("Clinics and fleet").first().click();
        page.waitForURL("**/summary");
        screens.take("project-linked");
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Team"))
                .click();
        page.waitForURL("**/team**");
        screens.take("team");
        journey.button("Connect").first().click();
        steps.tab("Links");
        steps.window()
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Unlink"))
                .first()
                .click();
        assertThat(page.getByText("What becomes of them?").first()).isVisible();
        screens.take("unlink");
        page.keyboard().press("Escape");
        steps.unlink("Keep the synced work items as a read-only copy");
        assertThat(steps.window().getByText("Read-only copy from fabrikam-demo"))
                .isVisible();
        screens.take("links-copy");
    }
}
