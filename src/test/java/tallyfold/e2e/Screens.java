package tallyfold.e2e;

import static java.util.Map.entry;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes each screen light and dark, wide and narrow, and asks axe about it each time. */
final class Screens {

    private static final Path SHOTS = Path.of("target", "screens");

    /** Which screens the README and the help show, and under which name. */
    private static final Map<String, List<Path>> PICTURES = Stream.of(
                    Stream.of(
                                    "sign-in",
                                    "sign-in-provider",
                                    "connections",
                                    "create-connection",
                                    "import-projects",
                                    "importing",
                                    "link-window",
                                    "links",
                                    "project-summary",
                                    "sync-status",
                                    "users",
                                    "audit",
                                    "keys",
                                    "backup",
                                    "bell")
                            .map(name -> entry(name, List.of(help(name)))),
                    Stream.of(
                            entry(
                                    "checks-failed",
                                    List.of(help("checks-failed"), Path.of("docs/images/create-connection.png"))),
                            entry("projects", List.of(Path.of("docs/images/projects.png"))),
                            entry(
                                    "project-standing",
                                    List.of(help("project-standing"), Path.of("docs/guide/summary.png"))),
                            entry("iterations", List.of(help("iterations"), Path.of("docs/guide/iterations.png"))),
                            entry("schedule", List.of(help("schedule"), Path.of("docs/guide/schedule.png"))),
                            entry("portfolio", List.of(help("portfolio"), Path.of("docs/guide/portfolio.png")))))
            .flatMap(pictures -> pictures)
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private static Path help(String name) {
        return Path.of("frontend/help-images/" + name + ".png");
    }

    private final Page page;
    private final List<String> violations = new ArrayList<>();
    private int taken;

    Screens(Page page) {
        this.page = page;
    }

    void take(String name) {
        take(name, () -> {});
    }

    /** The part of the page that begins with this: a page that gets narrower moves it away. */
    void take(String name, Locator part) {
        take(name, () -> part.evaluate("each => each.scrollIntoView({block: 'start', behavior: 'instant'})"));
    }

    private void take(String name, Runnable show) {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            for (int width : List.of(1280, 390)) {
                page.setViewportSize(width, width == 390 ? 844 : 860);
                page.waitForTimeout(450);
                show.run();
                settle();
                String variant = name + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT) + "-" + width;
                Path shot = SHOTS.resolve(variant + ".png");
                page.screenshot(new Page.ScreenshotOptions().setPath(shot));
                taken++;
                ask(variant);
                if (scheme == ColorScheme.LIGHT && width == 1280) {
                    keep(name, shot);
                }
            }
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(1280, 860);
        page.waitForTimeout(200);
    }

    /** Until nothing moves any more that will come to rest: colours in between are nobody's choice. */
    private void settle() {
        page.waitForFunction("() => document.getAnimations().every(each => each.playState !== 'running'"
                + " || each.effect.getComputedTiming().endTime === Infinity)");
    }

    private void ask(String variant) {
        AxeResults results = analyze();
        if (!results.getViolations().isEmpty()) {
            // A window may still be fading in on a busy machine; what is wrong for good is wrong afterwards too.
            page.waitForTimeout(1500);
            results = analyze();
        }
        results.getViolations()
                .forEach(rule -> rule.getNodes().forEach(node -> {
                    String violation = variant + ": " + rule.getId() + " at " + node.getTarget();
                    System.out.println("axe " + violation);
                    violations.add(violation);
                }));
    }

    private AxeResults analyze() {
        return new AxeBuilder(page)
                // Vaadin's own sign of a lost connection: empty, and outside of everything on purpose.
                .exclude("vaadin-connection-indicator")
                .analyze();
    }

    /** Renews the pictures in the tree, only when asked to: {@code -Dtallyfold.images=write}. */
    private static void keep(String name, Path shot) {
        if (!"write".equals(System.getProperty("tallyfold.images"))) {
            return;
        }
        try {
            for (Path picture : PICTURES.getOrDefault(name, List.of())) {
                Files.createDirectories(picture.getParent());
                Files.copy(shot, picture, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int taken() {
        return taken;
    }

    List<String> violations() {
        return violations;
    }
}
