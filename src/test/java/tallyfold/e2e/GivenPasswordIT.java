package tallyfold.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A password reset by an operator, from the command to everybody signed out, in a browser of another machine. */
class GivenPasswordIT {

    private static final Pattern NEW = Pattern.compile("New password for \\S+: (\\S+)");

    @TempDir
    Path folder;

    @Test
    void aPasswordFromTheCommandIsReplacedBeforeAnythingOpens() throws IOException {
        Path home = folder.resolve("home");
        Path file = Files.writeString(folder.resolve("password"), "words of the operator\n");
        try (Browser browser = Browser.open();
                RunningProduct product = RunningProduct.start(
                        home,
                        "--tallyfold.setup.admin-name=" + Journey.ADMIN,
                        "--tallyfold.setup.admin-password-file=" + file,
                        "--tallyfold.trusted-proxies=127.0.0.1")) {
            Page page = browser.page();
            // As if by a proxy without TLS.
            page.context().setExtraHTTPHeaders(Map.of("X-Forwarded-For", "203.0.113.9"));
            Screens screens = new Screens(page);
            Journey ada = new Journey(page, product);

            ada.open("users");
            ada.signIn(Journey.ADMIN, "words of the operator");
            page.waitForURL("**/users**");
            Matcher printed = NEW.matcher(JarCommand.run(home, "reset-password", Journey.ADMIN));
            assertThat(printed.find()).isTrue();
            String given = printed.group(1);

            ada.open("users");
            ada.signIn(Journey.ADMIN, given);
            page.waitForURL("**/choose-password");
            screens.take("choose-password");
            page.getByText("Why do I see this?").click();
            page.waitForURL("**/help/sign-in**");
            assertThat(page.getByText("A password chosen for you").first()).isVisible();
            ada.open("projects?state=late");
            page.waitForURL("**/choose-password");
            choose(page, given);
            assertThat(page.getByText("This is the password that was chosen for you."))
                    .isVisible();
            choose(page, Journey.PASSWORD);
            page.waitForURL("**/projects?state=late");
            assertThat(page.getByRole(
                            AriaRole.HEADING, Journey.named("Projects").setExact(true)))
                    .isVisible();

            ada.open("system");
            assertThat(page.getByText("Somebody is signed in over plain HTTP")).isVisible();
            assertThat(page.getByText("How to set that up")).isVisible();
            screens.take("system-in-the-clear");
            assertThat(product.output()).containsOnlyOnce("signed in over plain HTTP");

            ada.open("users");
            page.getByText("Sign out everyone").click();
            Locator question = page.getByRole(AriaRole.ALERTDIALOG);
            assertThat(question.getByText("1 session of 1 person")).isVisible();
            screens.take("sign-out-everyone");
            question.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Sign out everyone"))
                    .click();
            page.waitForURL("**/login**");
            ada.open("users");
            ada.signIn(Journey.ADMIN, Journey.PASSWORD);
            page.waitForURL("**/users**");
            assertThat(screens.violations()).isEmpty();
        }
    }

    private static void choose(Page page, String password) {
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(password);
        page.getByLabel("Repeat password").fill(password);
        page.getByText("Save password").click();
    }
}
