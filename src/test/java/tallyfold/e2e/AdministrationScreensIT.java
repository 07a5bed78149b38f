package tallyfold.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import simulator.azuredevops.DemoTokens;

/** The pages of administrators, the help and the ways in: kept as pictures, and without a violation that axe would find. */
@Timeout(1800)
class AdministrationScreensIT {

    @TempDir
    Path folder;

    @Test
    void showsEveryScreenOfAdministratorsLightAndDarkWideAndNarrowWithoutAxeViolations() {
        Path home = folder.resolve("home");
        try (SimulatedWorld world = new SimulatedWorld();
                Browser browser = Browser.open();
                RunningProduct product = RunningProduct.start(home, world.arguments())) {
            DemoTokens tokens = world.tokens(world.fabrikam());
            Page page = browser.page();
            Journey journey = new Journey(page, product);
            Screens screens = new Screens(page);
            journey.setUp(home);
            journey.open("connections");
            journey.button("Add new connection").first().click();
            journey.create(
                    "https://dev.azure.com/fabrikam-demo",
                    tokens.working().owner().mail(),
                    tokens.working().text());
            assertThat(journey.window("Create connection")).hasCount(0);

            String invitation = administration(journey, page, screens);
            journey.open("help");
            assertThat(page.getByRole(AriaRole.HEADING, Journey.named("Help")).first())
                    .isVisible();
            screens.take("help");
            journey.open("help/connect-azure-devops");
            assertThat(page.getByText("Back to top").first()).isAttached();
            screens.take("help-article");
            journey.open("nothing-is-here");
            assertThat(page.getByText("There is nothing here").first()).isAttached();
            screens.take("not-found");
            page.context().clearCookies();
            journey.open("login");
            assertThat(journey.field("User name")).isVisible();
            screens.take("sign-in");
            page.navigate(invitation);
            assertThat(journey.field("Repeat password")).isVisible();
            screens.take("invitation");
            page.navigate(invitation + "x");
            assertThat(page.getByText("This link does not work").first()).isVisible();
            screens.take("invitation-unusable");

            System.out.println("Screens of administrators: " + screens.taken() + " pictures in target/screens, "
                    + screens.violations().size() + " axe violations");
            assertThat(screens.violations()).isEmpty();
        }
    }

    /** The pages of administrators; answers the link of an invitation. */
    private static String administration(Journey journey, Page page, Screens screens) {
        journey.open("connections");
        page.getByRole(AriaRole.BUTTON, Journey.named("Actions for")).first().click();
        page.getByRole(AriaRole.MENUITEM, Journey.named("Diagnose")).click();
        assertThat(page.getByText("34 of 34 questions")).isVisible();
        screens.take("diagnose");
        journey.open("users");
        journey.button("Invite people").first().click();
        journey.field("Sign-in name").fill("lea.stone@fabrikam.example");
        journey.field("Name").first().fill("Lea Stone");
        screens.take("invite");
        journey.button("Create invitation").click();
        assertThat(page.getByText("One-time link").first()).isVisible();
        screens.take("invite-link");
        String link = journey.field("One-time link").inputValue();
        journey.open("users");
        assertThat(page.getByText("Invited").first()).isVisible();
        screens.take("users");
        for (String path : List.of("profile", "audit", "keys")) {
            journey.open(path);
            assertThat(page.getByRole(AriaRole.HEADING).first()).isVisible();
            page.waitForTimeout(800);
            screens.take(path);
        }
        journey.button("Rotate master key").first().click();
        assertThat(page.getByText("Afterwards").first()).isVisible();
        screens.take("rotate-key");
        journey.open("backup");
        assertThat(page.getByText("No backups yet")).isVisible();
        screens.take("backup-empty");
        journey.button("Back up now").first().click();
        assertThat(page.getByText("By hand").first()).isVisible();
        screens.take("backup");
        installation(journey, page, screens);
        return link;
    }

    /** What holds for the whole installation, and how it is. */
    private static void installation(Journey journey, Page page, Screens screens) {
        journey.open("settings");
        assertThat(page.getByRole(AriaRole.HEADING, Journey.named("Additional certificate authority")))
                .isVisible();
        screens.take("settings");
        Locator proxy = page.getByRole(
                AriaRole.REGION, new Page.GetByRoleOptions().setName("Proxy").setExact(true));
        proxy.getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName("Through this proxy"))
                .check(new Locator.CheckOptions().setForce(true));
        proxy.getByLabel("Host", new Locator.GetByLabelOptions().setExact(true)).fill("https://proxy");
        proxy.getByLabel("Port").fill("3128");
        proxy.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Try it"))
                .click();
        assertThat(proxy.getByText("Enter the name only").first()).isVisible();
        screens.take("settings-proxy-refused");
        proxy.getByLabel("Host", new Locator.GetByLabelOptions().setExact(true)).fill("proxy.contoso.com");
        proxy.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Try it"))
                .click();
        // The simulator is on this machine, which no proxy stands in front of.
        assertThat(proxy.getByText("answered without a proxy").first()).isVisible();
        screens.take("settings-proxy-tried");
        journey.field("Name of the installation").fill("Test");
        page.getByRole(AriaRole.REGION, Journey.named("Look of the header"))
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Save"))
                .click();
        assertThat(page.getByText("Saved", new Page.GetByTextOptions().setExact(true))
                        .first())
                .isVisible();
        journey.open("system");
        assertThat(page.getByRole(AriaRole.HEADING, Journey.named("Runs of the last 24 hours")))
                .isVisible();
        assertThat(page.getByText("Test", new Page.GetByTextOptions().setExact(true))
                        .first())
                .isAttached();
        screens.take("system");
    }
}
