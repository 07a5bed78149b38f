package tallyfold.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simulator.azuredevops.DemoTokens;

/** The main job from an empty home folder to stored work items. */
class MainJourneyIT {

    @TempDir
    Path folder;

    @Test
    void connectsAfterAFailingTokenImportsThreeProjectsAndStoresExactlyTheTruth() {
        Path home = folder.resolve("home");
        List<String> projects = List.of("Fleet Telematics", "Data Platform", "Office Move Riverside");
        try (SimulatedWorld world = new SimulatedWorld();
                Browser browser = Browser.open()) {
            DemoTokens tokens = world.tokens(world.fabrikam());
            String account = tokens.working().owner().mail();
            try (RunningProduct product = RunningProduct.start(home, world.arguments())) {
                Page page = browser.page();
                Journey journey = new Journey(page, product);
                journey.setUp(home);
                assertThat(home.resolve("setup-code")).doesNotExist();

                Locator window = journey.openImport();
                window.getByRole(AriaRole.BUTTON, named("Add new connection"))
                        .first()
                        .click();

                journey.create(
                        "https://dev.azure.com/fabrikam-demo",
                        account,
                        tokens.withoutGraph().text());
                Locator create = journey.window("Create connection");
                assertThat(create.getByText("5 of 6 passed")).isVisible();
                assertThat(create.getByText("The token lacks the permission Graph: read."))
                        .isVisible();
                assertThat(create.getByText("Nothing was saved. Your input stays."))
                        .isVisible();
                assertThat(create.getByLabel("Account")).hasValue(account);
                assertThat(create.getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText("failed")))
                        .hasCount(1);

                journey.create(
                        "https://dev.azure.com/fabrikam-demo",
                        account,
                        tokens.working().text());
                assertThat(create).hasCount(0);
                assertThat(window.getByText("13 projects")).isVisible();

                projects.forEach(project -> journey.tick(window, project));
                assertThat(window.getByText("3 of 13 selected: 3 New")).isVisible();
                journey.importAndWait(window, 60);
                assertThat(window.getByText("3 Done").first()).isVisible();
                window.getByRole(AriaRole.BUTTON, named("Close").setExact(true))
                        .last()
                        .click();

                page.getByText("Fleet Telematics").first().click();
                page.waitForURL("**/projects/*/summary");
                int truth =
                        StoredItems.truth(world.fabrikam(), "Fleet Telematics").size();
                assertThat(page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Work items")))
                        .containsText(Integer.toString(truth));
                page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Work items"))
                        .click();
                page.waitForURL("**/work-items**");
                assertThat(page.getByText(truth + " items")).isVisible();
            }
            Map<String, Map<Long, Integer>> stored = StoredItems.of(home);
            assertThat(stored.keySet()).containsExactlyInAnyOrderElementsOf(projects);
            for (String project : projects) {
                assertThat(stored.get(project)).isEqualTo(StoredItems.truth(world.fabrikam(), project));
            }
            assertThat(world.simulator().requests().list())
                    .as("no token travelled in an address")
                    .noneMatch(request -> (request.path() + "?" + request.query()).contains("AZDO"));
            assertThat(world.simulator().requests().maxInFlight()).isLessThanOrEqualTo(8);
            System.out.println("Main journey: "
                    + stored.values().stream().mapToInt(Map::size).sum() + " work items of " + projects.size()
                    + " projects equal to the truth, id by id and revision by revision");
        }
    }

    @Test
    void listsAll230ProjectsFiltersThemAndImports50() {
        Path home = folder.resolve("home");
        try (SimulatedWorld world = new SimulatedWorld();
                Browser browser = Browser.open()) {
            DemoTokens tokens = world.tokens(world.contoso());
            try (RunningProduct product = RunningProduct.start(home, world.arguments())) {
                Journey journey = new Journey(browser.page(), product);
                journey.setUp(home);
                Locator window = journey.openImport();
                window.getByRole(AriaRole.BUTTON, named("Add new connection"))
                        .first()
                        .click();
                journey.create(
                        "contoso-demo.visualstudio.com",
                        tokens.working().owner().mail(),
                        tokens.working().text());
                assertThat(window.getByText("230 projects")).isVisible();
                assertThat(window.getByText("0 of 230 selected")).isVisible();

                Locator filter = window.getByRole(AriaRole.TEXTBOX, named("Filter by name or description"));
                filter.fill("no project is called like this");
                assertThat(window.getByText("230 projects were searched by name and description."))
                        .isVisible();
                filter.fill("");
                assertThat(window.getByText("Select all 230 that match")).isVisible();

                Locator open = window.locator("vaadin-grid vaadin-checkbox:visible:not([checked]):not([disabled])");
                for (int ticked = 1; ticked <= 50; ticked++) {
                    open.first().click();
                    assertThat(window.getByText(ticked + " of 230 selected: " + ticked + " New"))
                            .isVisible();
                }
                journey.importAndWait(window, 120);
                assertThat(window.getByText("50 Done").first()).isVisible();
            }
            Map<String, Map<Long, Integer>> stored = StoredItems.of(home);
            assertThat(stored).hasSizeBetween(1, 50);
            stored.forEach(
                    (project, items) -> assertThat(items).isEqualTo(StoredItems.truth(world.contoso(), project)));
            assertThat(Files.exists(home.resolve("data"))).isTrue();
        }
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }
}
