package tallyfold.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitUntilState;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import simulator.azuredevops.AzureDevOpsSimulator;
import simulator.azuredevops.Fields;
import simulator.azuredevops.LoadContent;
import simulator.azuredevops.Organization;
import simulator.azuredevops.SimItem;
import simulator.azuredevops.SimNode;
import simulator.azuredevops.SimProject;
import simulator.azuredevops.SimulatorOptions;

/**
 * How long a person waits for what they came for, in a Chromium whose cache is warm. The long form has 500 projects and one of
 * 100,000 items among them; the quick form keeps the way walked.
 */
@Timeout(1800)
class FirstPaintIT {

    private static final int PROJECTS = Integer.getInteger("tallyfold.paint.projects", 60);
    private static final int ITEMS = Integer.getInteger("tallyfold.paint.items", 5_000);

    /**
     * Milliseconds. A second is promised for two cores with nothing else running, which the long form is held to; beside other
     * tests it says nothing but that no part hangs.
     */
    private static final double MOST = Integer.getInteger(
            "tallyfold.paint.most", System.getProperty("tallyfold.paint.projects") == null ? 10_000 : 1_000);

    private static final int TIMES = 5;
    private static final String LARGE = "Whale watching";

    /** Each part of the product with what shows that its content is there. */
    private static final Map<String, String> LISTS = Map.of(
            "projects?view=cards", ".tf-project-cards .tf-project-name",
            "projects?view=table", ".tf-project-table .tf-project-name",
            "projects/sync-status", "vaadin-grid .tf-project-name");

    private static final Map<String, String> TABS = Map.of(
            "summary", ".tf-project-body .tf-summary-percent",
            "iterations", ".tf-project-body .tf-picture svg",
            "team", ".tf-project-body .tf-team-name",
            "schedule", ".tf-project-body .tf-picture svg",
            "work-items", ".tf-project-body .tf-item-title",
            "history", ".tf-history vaadin-grid-cell-content",
            "settings", ".tf-project-body vaadin-text-field");

    /** Milliseconds from the start of the navigation, or from now, until something of that selector is painted. */
    private static final String PAINTED = """
            ([selector, from]) => new Promise((done, late) => {
                const began = from === null ? performance.now() : from;
                const look = () => {
                    const found = [...document.querySelectorAll(selector)]
                        .some(each => each.getClientRects().length > 0 && each.textContent.trim() !== '' || each.value);
                    if (found) {
                        requestAnimationFrame(() => setTimeout(() => done(performance.now() - began), 0));
                    } else if (performance.now() - began > 15000) {
                        late(new Error('Never painted: ' + selector));
                    } else {
                        requestAnimationFrame(look);
                    }
                };
                look();
            })
            """;

    private static final String FIRST_PAINT =
            "() => performance.getEntriesByName('first-contentful-paint').map(entry => entry.startTime)[0] ?? -1";

    @TempDir
    Path folder;

    @Test
    void paintsEachPartSoon() {
        Path home = folder.resolve("home");
        try (AzureDevOpsSimulator simulator = AzureDevOpsSimulator.start(SimulatorOptions.defaults());
                Browser browser = Browser.open()) {
            Organization many = LoadContent.fill(simulator, "many", PROJECTS * 20, PROJECTS - 1);
            Organization large = large(simulator);
            try (RunningProduct product = RunningProduct.start(
                    home,
                    "--tallyfold.azure-devops.simulator.url=" + simulator.uri(),
                    "--tallyfold.azure-devops.simulator.organizations=*",
                    "--tallyfold.sync.every=off")) {
                Page page = browser.page();
                Journey journey = new Journey(page, product);
                journey.setUp(home);
                importAll(page, journey, many, PROJECTS - 1);
                importAll(page, journey, large, 1);
                journey.open("projects?view=cards");
                Locator filter = journey.field("Filter by name");
                filter.fill(LARGE);
                page.getByText(LARGE).first().click();
                page.waitForURL("**/projects/*/summary");
                String project = page.url().replaceAll(".*/(projects/[^/]+)/.*", "$1");

                List<String> tooLate = new ArrayList<>();
                LISTS.forEach((path, content) -> loaded(page, product, path, content, path, tooLate));
                TABS.forEach(
                        (tab, content) -> loaded(page, product, project + "/" + tab, content, "tab " + tab, tooLate));
                page.navigate(product.at(project + "/history"));
                TABS.forEach((tab, content) -> clicked(page, tab, content, tooLate));
                assertThat(tooLate).as("painted later than " + MOST + " ms").isEmpty();
            }
        }
    }

    private static Organization large(AzureDevOpsSimulator simulator) {
        Organization large = LoadContent.fill(simulator, "large", ITEMS, 1);
        SimProject project = large.projects().getFirst();
        large.renameProject(project.id(), LARGE);
        LocalDate start = LocalDate.now(java.time.ZoneOffset.UTC).minusWeeks(30);
        List<SimNode> sprints = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            LocalDate begins = start.plusWeeks(2L * i);
            sprints.add(large.addIteration(project.iterationRoot(), "Dated " + i, begins, begins.plusDays(13)));
        }
        int number = 0;
        for (SimItem item : large.items()) {
            if (number++ % 20 == 0) {
                large.update(item.id(), Map.of(Fields.ITERATION_PATH, sprints.get(number / 20 % sprints.size())));
            }
        }
        return large;
    }

    private static void importAll(Page page, Journey journey, Organization from, int projects) {
        Locator window = journey.openImport();
        window.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Add new connection"))
                .first()
                .click();
        journey.create(
                "https://dev.azure.com/" + from.name(),
                from.tokens().getFirst().owner().mail(),
                from.tokens().getFirst().text());
        window.getByText("Select all " + projects + " that match").click();
        journey.importAndWait(window, 600);
        page.keyboard().press("Escape");
    }

    /** The whole page anew, as one opens a bookmark. */
    private static void loaded(
            Page page, RunningProduct product, String path, String content, String name, List<String> tooLate) {
        List<Double> first = new ArrayList<>();
        List<Double> painted = new ArrayList<>();
        for (int i = 0; i <= TIMES; i++) {
            page.navigate(product.at(path), new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
            double took = ((Number) page.evaluate(PAINTED, java.util.Arrays.asList(content, 0))).doubleValue();
            if (i > 0) {
                painted.add(took);
                first.add(((Number) page.evaluate(FIRST_PAINT)).doubleValue());
            }
        }
        report(name + ", opened: first paint", median(first), tooLate);
        report(name + ", opened: content", median(painted), tooLate);
    }

    /** From one part to the next, as one walks through a project. */
    private static void clicked(Page page, String tab, String content, List<String> tooLate) {
        List<Double> painted = new ArrayList<>();
        for (int i = 0; i <= TIMES; i++) {
            Locator other = tab(page, tab.equals("history") ? "Settings" : "History");
            other.click();
            page.waitForURL(url -> !url.contains("/" + tab));
            assertThat(page.locator(content)).hasCount(0);
            Object now = page.evaluate("() => performance.now()");
            tab(page, words(tab)).click();
            double took = ((Number) page.evaluate(PAINTED, java.util.Arrays.asList(content, now))).doubleValue();
            if (i > 0) {
                painted.add(took);
            }
        }
        report("tab " + tab + ", clicked: content", median(painted), tooLate);
    }

    private static Locator tab(Page page, String name) {
        return page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(name));
    }

    private static String words(String tab) {
        return Character.toUpperCase(tab.charAt(0)) + tab.substring(1).replace('-', ' ');
    }

    private static double median(List<Double> times) {
        Collections.sort(times);
        return times.get(times.size() / 2);
    }

    private static void report(String name, double took, List<String> tooLate) {
        String line = String.format(Locale.ROOT, "%s %.0f ms", name, took);
        System.out.println("paint | " + PROJECTS + " projects, " + ITEMS + " items | " + line);
        if (took > MOST) {
            tooLate.add(line);
        }
    }
}
