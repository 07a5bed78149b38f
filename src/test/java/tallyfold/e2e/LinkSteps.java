package tallyfold.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** What people do in the window "Configure connections", by the words on the screen. */
final class LinkSteps {

    private final Page page;
    private final Locator window;

    LinkSteps(Page page) {
        this.page = page;
        this.window = page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Configure connections"));
    }

    Locator window() {
        return window;
    }

    /** Chooses the connection, unless it is the only one and so chosen already. */
    void connection(String name) {
        Locator field = window.getByLabel("Connection", new Locator.GetByLabelOptions().setExact(true));
        if (field.textContent().contains(name)) {
            return;
        }
        field.click();
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(name))
                .click();
    }

    /** Chooses among the projects of the connection, once they are there. */
    void project(String name) {
        assertThat(window.getByText(Pattern.compile("^Which of ")).first()).isVisible();
        Locator project = window.getByLabel("Azure DevOps project");
        project.fill(name);
        page.getByRole(
                        AriaRole.OPTION,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
        assertThat(window.getByText("What to link")).isVisible();
    }

    /** Chooses a kind, for example "Teams". */
    void kind(String label) {
        window.getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName(Pattern.compile("^" + label)))
                .check(new Locator.CheckOptions().setForce(true));
    }

    void tick(String name) {
        window.getByRole(
                        AriaRole.CHECKBOX,
                        new Locator.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .check();
    }

    void find(String field, String text) {
        window.getByLabel(field).fill(text);
    }

    /** Waits until the preview counts so many work items. */
    void covers(int items) {
        assertThat(window.getByText(Pattern.compile("^" + items + "$")).first()).isVisible();
    }

    void link() {
        button("Link project").click();
    }

    /** Waits until the first sync has ended well. */
    void awaitSynced() {
        assertThat(window.getByText("Succeeded").first())
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(60_000));
    }

    /** Unlinks the one link there is; the tab "Links" has to be open. */
    void unlink(String choice) {
        button("Unlink").first().click();
        Locator question =
                page.getByRole(AriaRole.ALERTDIALOG, new Page.GetByRoleOptions().setName(Pattern.compile("^Unlink ")));
        question.getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName(choice))
                .check(new Locator.CheckOptions().setForce(true));
        question.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Unlink").setExact(true))
                .click();
        assertThat(question).hasCount(0);
    }

    void tab(String name) {
        window.getByRole(AriaRole.TAB, new Locator.GetByRoleOptions().setName(name))
                .click();
    }

    private Locator button(String name) {
        return window.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^" + name)));
    }
}
