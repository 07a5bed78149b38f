package tallyfold.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simulator.azuredevops.AzureDevOpsSimulator;
import simulator.azuredevops.ExpiredAnswer;
import simulator.azuredevops.Organization;
import simulator.azuredevops.SimUser;
import simulator.azuredevops.TokenSpec;

/** Every way in which Azure DevOps can say no, told apart on the screen, each with its own next step. */
class RefusalsIT {

    /** How to bring a refusal about, and with which token and address to meet it. */
    private record Refusal(String address, String token, Runnable before, Runnable after) {}

    @TempDir
    Path folder;

    @Test
    void tellsEveryRefusalApartWithANextStepOfItsOwnAndStoresNothing() {
        Path home = folder.resolve("home");
        try (SimulatedWorld world = new SimulatedWorld();
                Browser browser = Browser.open()) {
            Map<String, Refusal> refusals = refusals(world);
            Map<String, String> said = new LinkedHashMap<>();
            try (RunningProduct product = RunningProduct.start(home, world.arguments())) {
                var page = browser.page();
                Journey journey = new Journey(page, product);
                journey.setUp(home);
                journey.open("connections");
                refusals.forEach((name, refusal) -> {
                    refusal.before().run();
                    journey.button("Add new connection").first().click();
                    journey.create(refusal.address(), "anna.lee@fabrikam-demo.example", refusal.token());
                    Locator window = journey.window("Create connection");
                    Locator failed =
                            window.getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText("Next:"));
                    assertThat(window.getByText("Nothing was saved. Your input stays."))
                            .isVisible();
                    String words = failed.first().innerText().replaceAll("\\s+", " ");
                    said.put(name, words);
                    refusal.after().run();
                    // A window of its own for each: the words of the one before must not be taken for those of the
                    // next.
                    window.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Cancel"))
                            .click();
                    assertThat(window).hasCount(0);
                });
                journey.open("connections");
                assertThat(page.getByText("No connection yet")).isVisible();
            }
            assertThat(said.values())
                    .as("each refusal in words of its own: %s", said)
                    .doesNotHaveDuplicates();
            assertThat(said.values())
                    .allSatisfy(words -> assertThat(words).contains("Next:").containsPattern("TF-CONN-\\d+"));
            said.forEach((name, words) -> System.out.println("Refusals: " + name + " → " + words));
        }
    }

    private static Map<String, Refusal> refusals(SimulatedWorld world) {
        AzureDevOpsSimulator simulator = world.simulator();
        Organization fabrikam = world.fabrikam();
        SimUser owner = world.tokens(fabrikam).working().owner();
        String site = "https://dev.azure.com/fabrikam-demo";
        String good = fabrikam.issueToken(TokenSpec.reading(owner)).text();
        Runnable nothing = () -> {};
        Organization open = simulator.addOrganization("open-source");
        open.publicProjects(true);
        SimUser leaver = fabrikam.addUser("Lea Leaver", "lea.leaver@fabrikam-demo.example");
        String leaversToken = fabrikam.issueToken(TokenSpec.reading(leaver)).text();
        String globalToken =
                fabrikam.issueToken(TokenSpec.reading(owner).asGlobal()).text();
        Runnable clear = simulator.faults()::clear;

        Map<String, Refusal> all = new LinkedHashMap<>();
        all.put("unknown organization", new Refusal("https://dev.azure.com/nobody-has-this", good, nothing, nothing));
        all.put("token not accepted", new Refusal(site, madeUp(good), nothing, nothing));
        all.put(
                "token expired",
                new Refusal(
                        site,
                        fabrikam.issueToken(TokenSpec.reading(owner)
                                        .expiring(Instant.now().minusSeconds(3600), ExpiredAnswer.SENTENCE))
                                .text(),
                        nothing,
                        nothing));
        all.put("not a member", new Refusal(site, leaversToken, () -> fabrikam.removeUser(leaver), nothing));
        all.put("anonymous", new Refusal("https://dev.azure.com/open-source", madeUp(good), nothing, nothing));
        all.put(
                "global token forbidden",
                new Refusal(
                        site,
                        globalToken,
                        () -> fabrikam.forbidGlobalTokens(true),
                        () -> fabrikam.forbidGlobalTokens(false)));
        all.put(
                "conditional access",
                new Refusal(site, good, () -> fabrikam.policyBlocked(true), () -> fabrikam.policyBlocked(false)));
        for (var scope : Map.of(
                        "vso.project",
                        "Project and Team",
                        "vso.work",
                        "Work Items",
                        "vso.graph",
                        "Graph",
                        "vso.identity",
                        "Identity")
                .entrySet()) {
            all.put(
                    "no " + scope.getValue(),
                    new Refusal(
                            site,
                            fabrikam.issueToken(TokenSpec.reading(owner).without(scope.getKey()))
                                    .text(),
                            nothing,
                            nothing));
        }
        all.put(
                "organization stopped",
                new Refusal(site, good, () -> fabrikam.stop("Deactivated due to inactivity"), fabrikam::start));
        all.put(
                "sign-in page of a network",
                new Refusal(
                        site,
                        good,
                        () -> simulator
                                .faults()
                                .onAny()
                                .answer(
                                        200,
                                        Map.of("Content-Type", "text/html"),
                                        "<html><title>Guest network</title></html>"),
                        clear));
        all.put(
                "redirect",
                new Refusal(
                        site,
                        good,
                        () -> simulator.faults().onAny().redirect(302, "https://elsewhere.example/"),
                        clear));
        all.put(
                "connection lost",
                new Refusal(site, good, () -> simulator.faults().onAny().reset(), clear));
        all.put(
                "cut answer",
                new Refusal(
                        site, good, () -> simulator.faults().onAny().malformed("{\"authenticatedUser\": ["), clear));
        // Last, because the organization is then left alone for as long as it asked.
        all.put(
                "throttled",
                new Refusal(site, good, () -> simulator.faults().onAny().throttled("120"), clear));
        return all;
    }

    /** Looks like a token and is none: the last of the random characters are turned around. */
    private static String madeUp(String token) {
        return new StringBuilder(token.substring(0, 40)).reverse() + token.substring(40);
    }
}
