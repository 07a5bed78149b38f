package tallyfold.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simulator.azuredevops.SimUser;
import simulator.azuredevops.TokenSpec;

/** A token goes through its whole life with every logger at TRACE; afterwards it is nowhere to be found. */
class LeakScanIT {

    @TempDir
    Path folder;

    @Test
    void leavesNoTraceOfATokenInFilesLogsAnswersOrPushFrames() throws Exception {
        Path home = folder.resolve("home");
        try (SimulatedWorld world = new SimulatedWorld();
                Browser browser = Browser.open()) {
            SimUser owner = world.tokens(world.fabrikam()).working().owner();
            String canary =
                    world.fabrikam().issueToken(TokenSpec.reading(owner)).text();
            String successor =
                    world.fabrikam().issueToken(TokenSpec.reading(owner)).text();
            String failing = world.fabrikam()
                    .issueToken(TokenSpec.reading(owner).without("vso.graph"))
                    .text();
            List<LeakScan> scans = List.of(new LeakScan(canary), new LeakScan(successor), new LeakScan(failing));
            AtomicInteger responses = new AtomicInteger();
            AtomicInteger frames = new AtomicInteger();
            try (RunningProduct product = RunningProduct.start(home, world.arguments("--logging.level.root=TRACE"))) {
                Page page = browser.page();
                List<Request> finished = new ArrayList<>();
                page.onRequestFinished(finished::add);
                page.onWebSocket(socket -> socket.onFrameReceived(frame -> {
                    frames.incrementAndGet();
                    byte[] content =
                            frame.text() == null ? frame.binary() : frame.text().getBytes(StandardCharsets.UTF_8);
                    scans.forEach(scan -> scan.look("push frame", content));
                }));
                Journey journey = new Journey(page, product);
                journey.setUp(home);
                String site = "https://dev.azure.com/fabrikam-demo";
                journey.open("connections");
                journey.button("Add new connection").first().click();
                journey.create(site, owner.mail(), failing);
                assertThat(page.getByText("Nothing was saved. Your input stays."))
                        .isVisible();
                journey.create(site, owner.mail(), canary);
                assertThat(journey.window("Create connection")).hasCount(0);

                Locator window = journey.openImport();
                window.getByText("Select all 13 that match").click();
                journey.importAndWait(window, 90);

                journey.open("connections");
                menu(page, "Check now");
                assertThat(page.getByText("All checks passed.")).isVisible();
                journey.open("connections");
                menu(page, "Replace token");
                Locator replace = journey.window("Replace token");
                replace.getByLabel("Personal Access Token", new Locator.GetByLabelOptions().setExact(true))
                        .fill(successor);
                replace.getByRole(
                                AriaRole.BUTTON,
                                new Locator.GetByRoleOptions()
                                        .setName("Replace token")
                                        .setExact(true))
                        .click();
                assertThat(replace).hasCount(0);
                page.reload();
                scans.forEach(scan -> scan.look("page", page.content()));
                scans.forEach(scan -> scan.look(
                        "storage",
                        String.valueOf(page.evaluate(
                                "JSON.stringify(localStorage) + JSON.stringify(sessionStorage) + document.cookie"))));
                menu(page, "Delete");
                page.getByText("Erase the imported data").first().click();
                page.getByLabel("Type DELETE to confirm").fill("DELETE");
                journey.button("Delete").last().click();
                assertThat(page.getByText("No connection yet")).isVisible();

                for (Request request : List.copyOf(finished)) {
                    Response answer = Objects.requireNonNull(request.response());
                    responses.incrementAndGet();
                    String about = answer.url() + " " + answer.headers();
                    byte[] body = body(answer);
                    scans.forEach(scan -> {
                        scan.look("answer header", about);
                        scan.look("answer body", body);
                    });
                }
            }
            int files = 0;
            for (LeakScan scan : scans) {
                files = scan.lookBelow(folder);
            }
            assertThat(frames).as("push frames seen").hasPositiveValue();
            long log = Files.size(home.resolve("logs").resolve("tallyfold.log"));
            assertThat(log).as("the log was really at TRACE").isGreaterThan(1_000_000);
            scans.forEach(scan -> assertThat(scan.findings()).isEmpty());
            System.out.println("Leak scan: 3 tokens, " + scans.getFirst().encodings() + " encodings, " + files
                    + " files (log " + log / 1_000_000 + " MB at TRACE), " + responses + " answers, " + frames
                    + " push frames: 0 found");
        }
    }

    /** Asked only of requests that are known to have finished: of others a body is waited for without end. */
    private static byte[] body(Response answer) {
        try {
            return answer.body();
        } catch (PlaywrightException gone) {
            // Redirects have no body, and a page that was left takes the bodies of its last answers along.
            return new byte[0];
        }
    }

    private static void menu(Page page, String item) {
        page.locator("[aria-label='Actions for fabrikam-demo']:visible").first().click();
        page.getByRole(
                        AriaRole.MENUITEM,
                        new Page.GetByRoleOptions().setName(item).setExact(true))
                .click();
    }
}
