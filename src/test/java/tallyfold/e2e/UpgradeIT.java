package tallyfold.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import simulator.azuredevops.RandomChanges;

/**
 * From the jar of an older version to this one and back, as {@code docs/guide/upgrade.md} says. Needs such a jar:
 * {@code -Dtallyfold.older-jar=…}; {@code -Dtallyfold.older-jar.backup=false} leaves the way back out, where it has no command for a backup.
 */
@EnabledIfSystemProperty(named = "tallyfold.older-jar", matches = ".+")
@Timeout(900)
class UpgradeIT {

    private static final List<String> BEFORE = List.of("Fleet Telematics", "Data Platform");
    private static final String AFTER = "Office Move Riverside";
    private static final Pattern WRITTEN = Pattern.compile("Backup written: (\\S+\\.zip) ");

    @TempDir
    Path folder;

    @Test
    void keepsEverythingOnTheWayToThisVersionAndBack() {
        Path home = folder.resolve("home");
        Path older = Path.of(System.getProperty("tallyfold.older-jar")).toAbsolutePath();
        boolean back = !"false".equals(System.getProperty("tallyfold.older-jar.backup"));
        try (SimulatedWorld world = new SimulatedWorld();
                Browser browser = Browser.open()) {
            Page page = browser.page();
            try (RunningProduct product =
                    RunningProduct.start(home, List.of("-jar", older.toString()), world.arguments())) {
                Journey journey = new Journey(page, product);
                journey.setUp(home);
                journey.connect(world);
                imports(journey, BEFORE);
            }
            Map<String, Map<Long, Integer>> atTheBackup = stored(home);
            assertThat(atTheBackup).isEqualTo(truth(world, BEFORE));
            String backup = back ? backup(older, home) : "";

            new RandomChanges(world.fabrikam(), 41).make(200);
            try (RunningProduct product = RunningProduct.start(home, world.arguments())) {
                assertThat(product.startedIn()).isPositive();
            }
            try (Store store = Store.fileIn(home)) {
                store.queueAll();
            }
            try (RunningProduct product = RunningProduct.start(home, world.arguments())) {
                Journey journey = new Journey(page, product);
                journey.open("login");
                journey.signIn(Journey.ADMIN, Journey.PASSWORD);
                imports(journey, List.of(AFTER));
            }
            assertThat(stored(home)).isEqualTo(truth(world, List.of(BEFORE.getFirst(), BEFORE.getLast(), AFTER)));

            if (back) {
                assertThat(JarCommand.run(older, List.of(), home, "restore", backup))
                        .contains("Restored ");
                assertThat(stored(home)).isEqualTo(atTheBackup);
                try (RunningProduct product =
                        RunningProduct.start(home, List.of("-jar", older.toString()), world.arguments())) {
                    Journey journey = new Journey(page, product);
                    journey.open("login");
                    journey.signIn(Journey.ADMIN, Journey.PASSWORD);
                    assertThat(journey.openImport().getByText("13 projects")).isVisible();
                }
            }
        }
    }

    private static void imports(Journey journey, List<String> projects) {
        Locator window = journey.openImport();
        assertThat(window.getByText("13 projects")).isVisible();
        projects.forEach(project -> journey.tick(window, project));
        journey.importAndWait(window, 60);
    }

    private static String backup(Path jar, Path home) {
        Matcher written = WRITTEN.matcher(JarCommand.run(jar, List.of(), home, "backup"));
        assertThat(written.find()).isTrue();
        return written.group(1);
    }

    private static Map<String, Map<Long, Integer>> stored(Path home) {
        try (Store store = Store.fileIn(home)) {
            assertThat(store.unfinished()).isZero();
            return store.items();
        }
    }

    private static Map<String, Map<Long, Integer>> truth(SimulatedWorld world, List<String> projects) {
        return projects.stream()
                .collect(
                        Collectors.toMap(Function.identity(), project -> StoredItems.truth(world.fabrikam(), project)));
    }
}
