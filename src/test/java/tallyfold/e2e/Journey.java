package tallyfold.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import simulator.azuredevops.DemoTokens;

/** The steps people take, by the words on the screen. */
final class Journey {

    static final String ADMIN = "ada";
    static final String PASSWORD = "seven quiet herons";

    private final Page page;
    private final String address;

    Journey(Page page, RunningProduct product) {
        this(page, product.at(""));
    }

    /** By another address than the product's own, with a slash at the end. */
    Journey(Page page, String address) {
        this.page = page;
        this.address = address;
    }

    /** First run: from the bare address to a signed-in administrator. */
    void setUp(Path home) {
        page.navigate(address);
        assertThat(page.getByRole(AriaRole.HEADING, named("Set up Tallyfold"))).isVisible();
        field("Set-up code").fill(read(home.resolve("setup-code")));
        field("Your name").fill("Ada Byron");
        field("User name").fill(ADMIN);
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(PASSWORD);
        field("Repeat password").fill(PASSWORD);
        button("Create administrator").click();
        page.waitForURL("**/login**");
        signIn(ADMIN, PASSWORD);
    }

    void signIn(String name, String password) {
        field("User name").fill(name);
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(password);
        button("Sign in").click();
        page.waitForURL(url -> !url.contains("/login"));
    }

    void open(String path) {
        page.navigate(address + path);
    }

    /** Makes the connection with the first demo organization, on the page "Connections". */
    void connect(SimulatedWorld world) {
        DemoTokens tokens = world.tokens(world.fabrikam());
        open("connections");
        button("Add new connection").first().click();
        create(
                "https://dev.azure.com/fabrikam-demo",
                tokens.working().owner().mail(),
                tokens.working().text());
        assertThat(window("Create connection")).hasCount(0);
    }

    /** Fills the window "Create connection" and presses "Create"; the window has to be open. */
    void create(String siteAddress, String account, String token) {
        Locator window = window("Create connection");
        window.getByLabel("Azure DevOps Site URL").fill(siteAddress);
        window.getByLabel("Account").fill(account);
        window.getByLabel("Personal Access Token", new Locator.GetByLabelOptions().setExact(true))
                .fill(token);
        window.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Create").setExact(true))
                .click();
    }

    /** Opens the import window on the Projects page and chooses the source. */
    Locator openImport() {
        open("projects");
        button("Import projects").first().click();
        Locator window = window("Import projects");
        // The element of a window has no size of its own; what stands in it has.
        assertThat(window.getByText("Import projects").first()).isVisible();
        return window;
    }

    /** Ticks one project by its name in Azure DevOps; the list has to be there. */
    void tick(Locator window, String project) {
        Locator filter = window.getByRole(
                AriaRole.TEXTBOX, new Locator.GetByRoleOptions().setName("Filter by name or description"));
        filter.fill(project);
        Locator selectAll = window.getByRole(
                AriaRole.BUTTON,
                new Locator.GetByRoleOptions()
                        .setName("Select all 1 that match")
                        .setExact(true));
        selectAll.click();
        filter.fill("");
        assertThat(window.getByText("Select all 1 that match")).isHidden();
    }

    /** Presses "Import" and waits until nothing is waiting or running any more. */
    void importAndWait(Locator window, double seconds) {
        window.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Import").setExact(true))
                .click();
        assertThat(window.getByText("Nothing is waiting or running any more."))
                .isVisible(new com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions()
                        .setTimeout(seconds * 1000));
    }

    Locator window(String title) {
        return page.getByRole(AriaRole.DIALOG, named(title));
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
