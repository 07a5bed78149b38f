package tallyfold.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tallyfold.support.OidcProvider;

/** Signing in with a real provider, in a real browser, at the packaged jar. */
class SingleSignOnIT {

    @TempDir
    Path folder;

    @Test
    void leadsToThePageAskedForRefusesWhoHasNoRoleAndLeavesTheLocalWayOpen() {
        Path home = folder.resolve("home");
        try (Browser browser = Browser.open();
                OidcProvider provider = new OidcProvider()
                        .person("grace", "tally-admins")
                        .person("mallory", "others")
                        .start();
                RunningProduct product = RunningProduct.start(
                        home,
                        Arrays.stream(provider.settings())
                                .map(setting -> "--" + setting)
                                .toArray(String[]::new))) {
            new Journey(browser.page(), product).setUp(home);

            Page page = browser.page();
            Journey grace = new Journey(page, product);
            grace.open("users");
            page.waitForURL("**/login");
            atProvider(page, "grace");
            page.waitForURL("**/users**");
            assertThat(page.getByRole(AriaRole.HEADING, Journey.named("Users").setExact(true)))
                    .isVisible();
            assertThat(page.getByText("Single sign-on").first()).isVisible();
            grace.open("profile");
            assertThat(page.getByText("You come by single sign-on.")).isVisible();
            assertThat(page.getByText("Change password")).hasCount(0);

            Page other = browser.page();
            Journey mallory = new Journey(other, product);
            mallory.open("login");
            atProvider(other, "mallory");
            assertThat(other.getByText("Contoso knows you, but gives you no role in Tallyfold."))
                    .isVisible();
            provider.stop();
            mallory.signIn(Journey.ADMIN, Journey.PASSWORD);
        }
    }

    private static void atProvider(Page page, String name) {
        page.getByText("Sign in with Contoso").click();
        page.waitForURL(url -> url.startsWith("http://localhost:"));
        page.locator("input[name=username]").fill(name);
        page.locator("input[name=password]").fill(OidcProvider.PASSWORD);
        page.locator("button[type=submit]").click();
    }
}
