package tallyfold.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simulator.azuredevops.DemoTokens;
import simulator.azuredevops.Fields;
import simulator.azuredevops.SimItem;

/** From a custom field to a column, and from a row to what is written in the item. */
class MapFieldsJourneyIT {

    private static final String PROJECT = "Office Move Riverside";

    @TempDir
    Path folder;

    @Test
    void showsACustomFieldAndAHostileDescription() {
        Path home = folder.resolve("home");
        try (SimulatedWorld world = new SimulatedWorld();
                Browser browser = Browser.open()) {
            DemoTokens tokens = world.tokens(world.fabrikam());
            SimItem item = world.fabrikam()
                    .items(world.fabrikam().project(PROJECT).id())
                    .getFirst();
            world.fabrikam()
                    .update(
                            item.id(),
                            Map.of(
                                    "Custom.RiskClass",
                                    "1 - High",
                                    Fields.DESCRIPTION,
                                    "<h2>Why</h2><p onclick=\"document.title='hit'\">The <b>lease</b> ends.</p>"
                                            + "<img src=x onerror=\"document.title='hit'\" alt=\"floor plan\">"
                                            + "<svg onload=\"document.title='hit'\"></svg>"
                                            + "<script>document.title='hit'</script>"
                                            + "<a href=\"https://example.com/lease\">The contract</a>"
                                            + "<table><tr><th>Floor</th><th>Desks</th></tr><tr><td>2</td><td>40</td></tr></table>"));
            try (RunningProduct product = RunningProduct.start(home, world.arguments())) {
                Page page = browser.page();
                Screens screens = new Screens(page);
                Journey journey = new Journey(page, product);
                journey.setUp(home);
                importProject(journey, tokens);
                page.getByText(PROJECT).first().click();
                page.waitForURL("**/projects/*/summary");
                String project = page.url().replaceFirst(".*/projects/", "").replaceFirst("/.*", "");

                map(journey, page, item.type(), screens);

                page.navigate(
                        product.at("projects/" + project + "/work-items?view=list&text=" + item.id() + "&field=Risk"));
                assertThat(page.getByText("Red", new Page.GetByTextOptions().setExact(true)))
                        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(60_000));
                screens.take("mapped-column");
                // Other widths have the rows drawn anew; nobody clicks while that happens.
                page.reload();
                assertThat(page.getByText("Red", new Page.GetByTextOptions().setExact(true)))
                        .isVisible();
                journey.button("Details of " + item.id()).click();
                assertThat(page.getByText("ends.")).isVisible();
                assertThat(page.getByText("[image: floor plan]")).isVisible();
                assertThat(page.locator(".tf-markup img, .tf-markup svg, .tf-markup script"))
                        .hasCount(0);
                screens.take("work-item-details");
                assertThat(page.title()).isNotEqualTo("hit");
                assertThat(screens.violations()).isEmpty();
            }
        }
    }

    private static void importProject(Journey journey, DemoTokens tokens) {
        Locator window = journey.openImport();
        window.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Add new connection"))
                .first()
                .click();
        journey.create(
                "https://dev.azure.com/fabrikam-demo",
                tokens.working().owner().mail(),
                tokens.working().text());
        journey.tick(window, PROJECT);
        journey.importAndWait(window, 60);
        window.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Close").setExact(true))
                .last()
                .click();
    }

    private static void map(Journey journey, Page page, String type, Screens screens) {
        journey.button("Connect").click();
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(Pattern.compile("^Links")))
                .click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Field mapping")))
                .click();
        journey.button("Add mapping").click();
        page.getByLabel("Work item type").last().click();
        page.getByRole(
                        AriaRole.OPTION,
                        new Page.GetByRoleOptions().setName(type).setExact(true))
                .click();
        page.getByLabel("Azure DevOps field").last().fill("Risk Class");
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Risk Class"))
                .click();
        assertThat(journey.field("Name of the column")).hasValue("Risk Class");
        journey.field("Name of the column").fill("Risk");
        journey.button("Add rule").click();
        journey.field("Source value of rule 1").fill("1 - high");
        journey.field("Shown value of rule 1").fill("Red");
        screens.take("field-mapping-form");
        journey.button("Save mapping").click();
        assertThat(page.getByText("Column \"Risk\"")).isVisible();
        screens.take("field-mapping");
    }
}
