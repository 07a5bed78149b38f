package tallyfold.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simulator.azuredevops.DemoTokens;
import simulator.azuredevops.Organization;

/** An administrator lets others in, each may do exactly what is theirs, and all of it outlives the machine. */
class AdministrationJourneyIT {

    private static final Person MANAGER =
            new Person("paula.marsh", "Paula Marsh", "Project manager", "nine slow otters");
    private static final Person VIEWER = new Person("victor.hale", "Victor Hale", "Viewer", "four loud magpies");

    /** Somebody who is invited. */
    private record Person(String name, String displayName, String role, String password) {}

    @TempDir
    Path folder;

    @Test
    void letsOthersInKeepsWhatHappenedAndComesBackOnAnEmptyHome() throws Exception {
        Path home = folder.resolve("home");
        Path second = folder.resolve("second");
        try (SimulatedWorld world = new SimulatedWorld();
                Browser browser = Browser.open()) {
            try (RunningProduct product = RunningProduct.start(home, world.arguments())) {
                Page admin = page(browser);
                Journey ada = new Journey(admin, product);
                ada.setUp(home);
                connect(ada, admin, world, world.contoso());
                connect(ada, admin, world, world.fabrikam());
                Page manager = page(browser);
                Page viewer = page(browser);
                accept(invite(ada, admin, MANAGER), manager, product, MANAGER);
                accept(invite(ada, admin, VIEWER), viewer, product, VIEWER);
                grantToNobody(ada, admin, "contoso-demo");

                imports(manager, product, "Office Move Riverside");
                mayOnlyManage(manager, product);
                mayOnlyRead(viewer, product, "Office Move Riverside");
                assertThat(happened(ada, admin))
                        .contains(
                                "Created the first administrator",
                                "Created a connection",
                                "Edited a connection",
                                "Invited a user",
                                "Accepted the invitation",
                                "Imported a project");
                takeBackup(ada, admin);
                assertThat(happened(ada, admin)).contains("Took a backup");
            }
            restore(home, second);
            try (RunningProduct product = RunningProduct.start(second, world.arguments())) {
                Page admin = page(browser);
                Journey ada = signedIn(admin, product, Journey.ADMIN, Journey.PASSWORD);
                Page manager = page(browser);
                Page viewer = page(browser);
                signedIn(manager, product, MANAGER.name(), MANAGER.password());
                signedIn(viewer, product, VIEWER.name(), VIEWER.password());
                mayOnlyRead(viewer, product, "Office Move Riverside");
                // The token came along sealed, and opens with the key that was carried apart.
                imports(manager, product, "Fleet Telematics");
                mayOnlyManage(manager, product);
                assertThat(happened(ada, admin))
                        .contains("Imported a project", "Restored a backup", "Tried what the role does not allow");
            }
            assertThat(StoredItems.of(second))
                    .containsEntry(
                            "Office Move Riverside", StoredItems.truth(world.fabrikam(), "Office Move Riverside"))
                    .containsEntry("Fleet Telematics", StoredItems.truth(world.fabrikam(), "Fleet Telematics"));
        }
    }

    private static Page page(Browser browser) {
        return browser.page(1280, 860, ColorScheme.LIGHT);
    }

    private static Journey signedIn(Page page, RunningProduct product, String name, String password) {
        Journey journey = new Journey(page, product);
        journey.open("login");
        journey.signIn(name, password);
        return journey;
    }

    private static void connect(Journey journey, Page page, SimulatedWorld world, Organization organization) {
        DemoTokens tokens = world.tokens(organization);
        journey.open("connections");
        journey.button("Add new connection").first().click();
        journey.create(
                "https://dev.azure.com/" + organization.name(),
                tokens.working().owner().mail(),
                tokens.working().text());
        assertThat(journey.window("Create connection")).hasCount(0);
        assertThat(page.getByText(organization.name()).first()).isVisible();
    }

    /** Answers the link that is shown once. */
    private static String invite(Journey journey, Page page, Person person) {
        journey.open("users");
        journey.button("Invite people").first().click();
        Locator window = journey.window("Invite a person");
        exact(window, "Sign-in name").fill(person.name());
        exact(window, "Name").fill(person.displayName());
        window.getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName(Pattern.compile("^" + person.role())))
                .check(new Locator.CheckOptions().setForce(true));
        journey.button("Create invitation").click();
        Locator link = journey.field("One-time link");
        assertThat(link).hasValue(Pattern.compile("^http://.*/invite/.+"));
        String address = link.inputValue();
        window.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Close"))
                .last()
                .click();
        assertThat(page.getByText(person.displayName()).first()).isVisible();
        return address;
    }

    private static void accept(String link, Page page, RunningProduct product, Person person) {
        Journey journey = new Journey(page, product);
        page.navigate(link);
        journey.field("Password").fill(person.password());
        journey.field("Repeat password").fill(person.password());
        journey.button("Save password").click();
        page.waitForURL("**/login**");
        journey.signIn(person.name(), person.password());
        page.navigate(link);
        assertThat(page.getByText("This link does not work").first()).isVisible();
    }

    private static void grantToNobody(Journey journey, Page page, String connection) {
        journey.open("connections");
        page.getByRole(AriaRole.BUTTON, Journey.named("Actions for " + connection))
                .click();
        page.getByRole(AriaRole.MENUITEM, Journey.named("Edit").setExact(true)).click();
        Locator window = journey.window("Edit connection");
        window.getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName("Chosen people"))
                .check(new Locator.CheckOptions().setForce(true));
        window.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Save").setExact(true))
                .click();
        assertThat(window).hasCount(0);
    }

    /** With the one connection there is for this person. */
    private static void imports(Page page, RunningProduct product, String project) {
        Journey journey = new Journey(page, product);
        Locator window = journey.openImport();
        assertThat(window.getByText("13 projects")).isVisible();
        journey.tick(window, project);
        journey.importAndWait(window, 60);
        assertThat(window.getByText("1 Done").first()).isVisible();
    }

    /** Sees the connection that is granted and no other, none of its keys, and no page of administrators. */
    private static void mayOnlyManage(Page page, RunningProduct product) {
        Journey journey = new Journey(page, product);
        journey.open("connections");
        assertThat(page.getByText("fabrikam-demo").first()).isVisible();
        assertThat(page.getByText("contoso-demo")).hasCount(0);
        assertThat(journey.button("Add new connection")).hasCount(0);
        assertThat(page.getByRole(AriaRole.BUTTON, Journey.named("Actions for")))
                .hasCount(0);
        refused(journey, page, "users", "audit", "keys", "backup", "getting-started");
    }

    private static void mayOnlyRead(Page page, RunningProduct product, String project) {
        Journey journey = new Journey(page, product);
        journey.open("projects");
        assertThat(page.getByText(project).first()).isVisible();
        assertThat(journey.button("Import projects")).hasCount(0);
        assertThat(journey.button("New project")).hasCount(0);
        page.getByText(project).first().click();
        page.waitForURL("**/summary");
        page.getByRole(AriaRole.TAB, Journey.named("Work items")).click();
        page.waitForURL("**/work-items**");
        assertThat(page.getByText(Pattern.compile("^\\d+ items$")).first()).isVisible();
        assertThat(journey.button("Sync now")).hasCount(0);
        refused(journey, page, "connections", "users", "audit", "keys", "backup", "getting-started");
    }

    private static void refused(Journey journey, Page page, String... paths) {
        for (String path : paths) {
            journey.open(path);
            assertThat(page.getByText("There is nothing here").first()).isVisible();
            assertThat(page.getByRole(AriaRole.LINK, Journey.named("Audit log")))
                    .hasCount(0);
        }
    }

    /** What the audit log tells, which has to be intact; by its export, which holds all of it. */
    private static String happened(Journey journey, Page page) {
        journey.open("audit");
        assertThat(page.getByText(Pattern.compile("^Intact: ")).first()).isVisible();
        Path csv = page.waitForDownload(
                        () -> page.getByText("Export to CSV").first().click())
                .path();
        return Journey.read(csv);
    }

    private static void takeBackup(Journey journey, Page page) {
        journey.open("backup");
        journey.button("Back up now").first().click();
        assertThat(page.getByText("By hand").first()).isVisible();
    }

    /** Onto another machine: the backup and, on another way, the key. */
    private static void restore(Path from, Path to) throws IOException {
        Path backup;
        try (Stream<Path> files = Files.list(from.resolve("backups"))) {
            backup = files.filter(file -> file.toString().endsWith(".zip"))
                    .findFirst()
                    .orElseThrow();
        }
        Files.createDirectories(to.resolve("keys"));
        Files.copy(from.resolve("keys/master.key"), to.resolve("keys/master.key"), StandardCopyOption.COPY_ATTRIBUTES);
        JarCommand.run(to, "restore", backup.toString());
    }

    private static Locator exact(Locator window, String label) {
        return window.getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
    }
}
