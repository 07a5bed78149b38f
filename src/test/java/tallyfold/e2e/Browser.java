package tallyfold.e2e;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** A headless Chromium of the machine. Without one the journeys are skipped with a clear line, in CI they fail. */
final class Browser implements AutoCloseable {

    private static final List<String> CANDIDATES = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/snap/bin/chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

    private static final double PATIENCE_MS = 20_000;

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    private Browser(Path executable) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(java.util.Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setHeadless(true)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    static Browser open() {
        Optional<Path> executable = Optional.ofNullable(System.getenv("TALLYFOLD_CHROMIUM"))
                .map(Path::of)
                .or(() -> CANDIDATES.stream()
                        .map(Path::of)
                        .filter(Files::isExecutable)
                        .findFirst());
        if (executable.isEmpty()) {
            String reason = "No Chromium found: browser journeys are skipped. Install one or set TALLYFOLD_CHROMIUM.";
            if (System.getenv("CI") != null) {
                throw new IllegalStateException(reason);
            }
            System.out.println(reason);
            Assumptions.abort(reason);
        }
        return new Browser(executable.orElseThrow());
    }

    /** A page of a fresh profile, as wide and high as given, in light or dark. */
    Page page(int width, int height, ColorScheme scheme) {
        BrowserContext context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(scheme)
                .setTimezoneId("Europe/Berlin")
                .setLocale("en-GB")
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE));
        context.setDefaultTimeout(PATIENCE_MS);
        return context.newPage();
    }

    /** A page that takes a certificate nobody vouches for. */
    Page trustingPage() {
        BrowserContext context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(1280, 860)
                .setIgnoreHTTPSErrors(true));
        context.setDefaultTimeout(PATIENCE_MS);
        return context.newPage();
    }

    Page page() {
        return page(1280, 860, ColorScheme.LIGHT);
    }

    /** Leaves a picture of what was shown last, by which a failed journey explains itself. */
    @Override
    public void close() {
        try {
            chromium.contexts()
                    .forEach(context -> context.pages()
                            .forEach(page -> page.screenshot(
                                    new Page.ScreenshotOptions().setPath(Path.of("target", "screens", "last.png")))));
        } catch (PlaywrightException noPicture) {
            System.out.println("No last picture: " + noPicture.getMessage());
        }
        chromium.close();
        playwright.close();
    }
}
