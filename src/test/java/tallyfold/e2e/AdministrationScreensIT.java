package tallyfold.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
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
                RunningProduct product = RunningProduct.start(home, arguments(world))) {
            DemoTokens tokens = world.tokens(world.fabrikam());
            Page page = browser.page();
            Journey journey = new Journey(page, product);
            Screens screens = new Screens(page);
            journey.setUp(home);
            journey.open("connections");
            journey.button("Add new connection").first().click();
            journey.window("Create connection")
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("30 days"))
                    .click();
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
            screens.take("sign-in-provider");
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
        notifications(journey, page, screens);
        return link;
    }

    /** The token expires soon enough to be told of; where messages go is not there yet, and then tried in vain. */
    private static void notifications(Journey journey, Page page, Screens screens) {
        journey.open("notifications");
        // News of a new connection is looked for half a minute after it.
        assertThat(page.getByText("Replace it before that day").first())
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(90_000));
        screens.take("notifications");
        page.getByRole(AriaRole.BUTTON, Journey.named("Notifications, 1 unread"))
                .click();
        assertThat(page.getByText("All notifications")).isVisible();
        screens.take("bell");
        page.keyboard().press("Escape");

        journey.open("settings");
        Locator mail = region(page, "Mail");
        mail.getByLabel("Mail server").fill("127.0.0.1");
        mail.getByLabel("Port").fill("1");
        mail.getByLabel("Sender").fill("tallyfold@fabrikam.example");
        mail.getByText("Save mail settings").click();
        assertThat(mail.getByText("Saved. Send a test message").first()).isVisible();
        mail.getByLabel("Test message to").fill("lea@fabrikam.example");
        mail.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Send a test message"))
                .click();
        assertThat(mail.getByText("Nothing takes mail at").first()).isVisible();
        screens.take("settings-mail", mail);
        Locator webhook = region(page, "Webhook");
        webhook.getByLabel("Address", new Locator.GetByLabelOptions().setExact(true))
                .fill("http://127.0.0.1:1/tallyfold");
        webhook.getByText("Save webhook").click();
        assertThat(webhook.getByText("Enter a secret").first()).isVisible();
        screens.take("settings-webhook", webhook);
    }

    private static Locator region(Page page, String name) {
        return page.getByRole(
                AriaRole.REGION, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** With a way in beside the form; nobody takes it here. */
    private static String[] arguments(SimulatedWorld world) {
        return world.arguments(
                "--tallyfold.oidc.issuer=https://login.fabrikam.example",
                "--tallyfold.oidc.client-id=tallyfold",
                "--tallyfold.oidc.client-secret=never-used",
                "--tallyfold.oidc.name=Fabrikam",
                "--tallyfold.oidc.role-claim=roles",
                "--tallyfold.oidc.administrator-value=administrators");
    }

    /** What holds for the whole installation, and how it is. */
    private static void installation(Journey journey, Page page, Screens screens) {
        journey.open("settings");
        assertThat(page.getByRole(AriaRole.HEADING, Journey.named("Additional certificate authority")))
                .isVisible();
        screens.take("settings");
        Locator proxy = region(page, "Proxy");
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
