package tallyfold.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simulator.azuredevops.DemoTokens;

/** From a figure to the items it counts, and back. */
class ScheduleJourneyIT {

    @TempDir
    Path folder;

    @Test
    void followsFiguresToTheItemsTheyCount() {
        Path home = folder.resolve("home");
        try (SimulatedWorld world = new SimulatedWorld();
                Browser browser = Browser.open();
                RunningProduct product = RunningProduct.start(home, world.arguments())) {
            Page page = browser.page();
            Journey journey = new Journey(page, product);
            journey.setUp(home);
            importProject(world, page, journey);

            for (String figure : List.of("User Story, open", "Bug, open", "Without estimate")) {
                tab(page, "Schedule");
                follow(page, figure);
            }
            tab(page, "Iterations");
            Locator iteration = page.getByRole(
                    AriaRole.LINK,
                    new Page.GetByRoleOptions().setName("Sprint 1").setExact(true));
            iteration.click();
            page.waitForURL("**/work-items?**iteration=**");
            assertThat(page.getByText("Type: ").first()).isVisible();
            page.goBack();
            page.waitForURL("**/iterations**");
            assertThat(iteration).isVisible();
        }
    }

    private static void importProject(SimulatedWorld world, Page page, Journey journey) {
        DemoTokens tokens = world.tokens(world.fabrikam());
        Locator window = journey.openImport();
        window.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Add new connection"))
                .first()
                .click();
        journey.create(
                "https://dev.azure.com/fabrikam-demo",
                tokens.working().owner().mail(),
                tokens.working().text());
        assertThat(window.getByText("13 projects")).isVisible();
        journey.tick(window, "Fleet Telematics");
        journey.importAndWait(window, 60);
        window.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Close").setExact(true))
                .last()
                .click();
        page.getByText("Fleet Telematics").first().click();
        page.waitForURL("**/projects/*/summary");
    }

    /** The list that opens holds as many items as the figure says. */
    private static void follow(Page page, String figure) {
        Locator link = page.getByRole(
                        AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("^[0-9]+, " + figure + "$")))
                .first();
        String number = link.innerText().strip();
        link.click();
        page.waitForURL("**/work-items?**");
        assertThat(page.getByText(Pattern.compile("^" + number + " of [0-9,]+ items$")))
                .isVisible();
    }

    private static void tab(Page page, String name) {
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
        page.waitForURL("**/" + name.toLowerCase(Locale.ROOT) + "**");
    }
}
