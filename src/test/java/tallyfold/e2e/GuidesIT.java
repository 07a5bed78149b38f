package tallyfold.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the guides for operators, in their order, on a home that holds a sealed token: each time it still opens. */
@Timeout(600)
class GuidesIT {

    private static final Pattern WRITTEN = Pattern.compile("Backup written: (\\S+\\.zip) ");

    @TempDir
    Path folder;

    @Test
    void replacesTheKeyMovesToPostgresqlAndLosesTheKey() throws IOException {
        Path home = folder.resolve("home");
        try (SimulatedWorld world = new SimulatedWorld();
                Browser browser = Browser.open();
                Store postgres = Store.postgres()) {
            Page page = browser.page();
            try (RunningProduct product = RunningProduct.start(home, world.arguments())) {
                Journey journey = new Journey(page, product);
                journey.setUp(home);
                journey.connect(world);
                listsProjects(journey);
            }

            // lose-a-key.md, "The key may be stolen".
            assertThat(JarCommand.run(home, "rotate-master-key")).contains("Tokens sealed anew: 1");
            assertThat(JarCommand.run(home, "secrets-check")).contains("All 1 sealed tokens open");
            opens(page, world, home);

            // move-to-postgresql.md.
            Matcher written = WRITTEN.matcher(JarCommand.run(home, "backup"));
            assertThat(written.find()).isTrue();
            String[] database = postgres.arguments().toArray(String[]::new);
            assertThat(JarCommand.run(
                            home,
                            Stream.concat(Stream.of("restore", written.group(1)), Stream.of(database))
                                    .toArray(String[]::new)))
                    .contains("Restored ");
            opens(page, world, home, database);

            // lose-a-key.md, "The key is lost".
            deleteKeys(home);
            assertThat(JarCommand.run(home, "secrets-check", "--forget-tokens")).contains("Forgot 1 tokens");
            try (RunningProduct product = RunningProduct.start(home, world.arguments())) {
                Journey journey = signedIn(page, product);
                journey.open("connections");
                assertThat(page.getByText("Enter a new token").first()).isVisible();
            }
        }
    }

    private static Journey signedIn(Page page, RunningProduct product) {
        Journey journey = new Journey(page, product);
        journey.open("login");
        journey.signIn(Journey.ADMIN, Journey.PASSWORD);
        return journey;
    }

    /** Asks Azure DevOps something, which takes the token. */
    private static void listsProjects(Journey journey) {
        Locator window = journey.openImport();
        assertThat(window.getByText("13 projects")).isVisible();
    }

    private static void opens(Page page, SimulatedWorld world, Path home, String... more) {
        try (RunningProduct product = RunningProduct.start(home, world.arguments(more))) {
            listsProjects(signedIn(page, product));
        }
    }

    /** The one in force, and those put aside. */
    private static void deleteKeys(Path home) throws IOException {
        try (Stream<Path> keys = Files.list(home.resolve("keys"))) {
            for (Path key : keys.toList()) {
                Files.delete(key);
            }
        }
    }
}
