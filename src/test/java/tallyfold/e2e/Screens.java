package tallyfold.e2e;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Takes each screen light and dark, wide and narrow, and asks axe about it each time. */
final class Screens {

    private static final Path SHOTS = Path.of("target", "screens");

    /** Which screens the README and the help show, and under which name. */
    private static final Map<String, List<Path>> PICTURES = Map.of(
            "sign-in", List.of(Path.of("frontend/help-images/sign-in.png")),
            "connections", List.of(Path.of("frontend/help-images/connections.png")),
            "create-connection", List.of(Path.of("frontend/help-images/create-connection.png")),
            "checks-failed",
                    List.of(
                            Path.of("frontend/help-images/checks-failed.png"),
                            Path.of("docs/images/create-connection.png")),
            "import-projects", List.of(Path.of("frontend/help-images/import-projects.png")),
            "importing", List.of(Path.of("frontend/help-images/importing.png")),
            "link-window", List.of(Path.of("frontend/help-images/link-window.png")),
            "links", List.of(Path.of("frontend/help-images/links.png")),
            "project-summary", List.of(Path.of("frontend/help-images/project-summary.png")),
            "projects", List.of(Path.of("docs/images/projects.png")));

    private final Page page;
    private final List<String> violations = new ArrayList<>();
    private int taken;

    Screens(Page page) {
        this.page = page;
    }

    void take(String name) {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            for (int width : List.of(1280, 390)) {
                page.setViewportSize(width, width == 390 ? 844 : 860);
                page.waitForTimeout(450);
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

    private void ask(String variant) {
        AxeResults results = new AxeBuilder(page)
                // Vaadin's own sign of a lost connection: empty, and outside of everything on purpose.
                .exclude("vaadin-connection-indicator")
                .analyze();
        results.getViolations()
                .forEach(rule -> rule.getNodes().forEach(node -> {
                    String violation = variant + ": " + rule.getId() + " at " + node.getTarget();
                    System.out.println("axe " + violation);
                    violations.add(violation);
                }));
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
