package simulator.azuredevops;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DemoContentTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T15:00:00Z"), ZoneOffset.UTC);

    private static AzureDevOpsSimulator simulator() {
        return AzureDevOpsSimulator.start(SimulatorOptions.defaults().withClock(CLOCK));
    }

    @Test
    void fabrikamLooksLikeAPortfolio() {
        try (AzureDevOpsSimulator simulator = simulator()) {
            DemoContent.fabrikam(simulator);
            Organization fabrikam = simulator.organization("fabrikam-demo");
            List<SimItem> items = fabrikam.items();
            assertThat(fabrikam.projects()).hasSize(13);
            assertThat(fabrikam.projects().stream()
                            .map(project -> project.process().name())
                            .collect(Collectors.toSet()))
                    .isEqualTo(Set.of("Agile", "Scrum", "Basic", "CMMI", "Fabrikam Agile"));
            assertThat(items).hasSizeBetween(2500, 3500);
            assertThat(items).anyMatch(item -> item.value(Fields.ASSIGNED_TO) == null);
            assertThat(items)
                    .anyMatch(item ->
                            item.state().equals("In Review") || item.state().equals("Ready for Test"));
            assertThat(items)
                    .allMatch(item -> !item.revisions().getLast().changedDate().isAfter(CLOCK.instant()));
            assertThat(fabrikam.everyItem()).anyMatch(SimItem::deleted).anyMatch(SimItem::destroyed);
            assertThat(fabrikam.projects())
                    .anyMatch(project -> fabrikam.items(project.id()).isEmpty());
        }
    }

    @Test
    void everyProjectHasASprintToday() {
        try (AzureDevOpsSimulator simulator = simulator()) {
            DemoContent.fabrikam(simulator);
            Organization fabrikam = simulator.organization("fabrikam-demo");
            SimulatorClient client = new SimulatorClient(
                    simulator.uri(),
                    DemoContent.tokens(simulator, "fabrikam-demo").working().authorization(),
                    true);
            for (SimProject project : fabrikam.projects()) {
                int expected = project.name().equals("Innovation Sandbox") ? 0 : 1;
                assertThat(client.get("/dev.azure.com/fabrikam-demo/" + project.id()
                                        + "/_apis/work/teamsettings/iterations?$timeframe=current&api-version=7.1")
                                .list("value"))
                        .as(project.name())
                        .hasSize(expected);
            }
        }
    }

    @Test
    void contosoHasHundredsOfProjects() {
        try (AzureDevOpsSimulator simulator = simulator()) {
            DemoContent.contoso(simulator);
            Organization contoso = simulator.organization("contoso-demo");
            assertThat(contoso.projects()).hasSize(230);
            assertThat(contoso.items()).hasSizeBetween(3000, 5500);
            assertThat(contoso.projects())
                    .anyMatch(project -> project.description().isEmpty());
        }
    }

    @Test
    void isTheSameEveryTime() {
        try (AzureDevOpsSimulator one = simulator();
                AzureDevOpsSimulator two = simulator()) {
            DemoContent.fabrikam(one);
            DemoContent.fabrikam(two);
            assertThat(DemoContent.tokens(one, "fabrikam-demo").working().text())
                    .isEqualTo(
                            DemoContent.tokens(two, "fabrikam-demo").working().text());
            assertThat(one.organization("fabrikam-demo").items().stream().map(SimItem::toString))
                    .isEqualTo(two.organization("fabrikam-demo").items().stream()
                            .map(SimItem::toString)
                            .toList());
        }
    }

    @Test
    void offersTheFourTokens() {
        try (AzureDevOpsSimulator simulator = simulator()) {
            DemoContent.contoso(simulator);
            DemoTokens tokens = DemoContent.tokens(simulator, "contoso-demo");
            String path = "/dev.azure.com/contoso-demo/_apis/connectionData?api-version=7.1-preview";
            assertThat(ask(simulator, tokens.working(), path).status()).isEqualTo(200);
            assertThat(ask(simulator, tokens.expired(), path).body()).contains("has expired");
            assertThat(ask(simulator, tokens.withoutGraph(), "/vssps.dev.azure.com/contoso-demo/_apis/graph/users")
                            .status())
                    .isEqualTo(401);
            assertThat(ask(simulator, tokens.ofAnotherPerson(), path).at("authenticatedUser/id"))
                    .isNotEqualTo(ask(simulator, tokens.working(), path).at("authenticatedUser/id"));
        }
    }

    private static SimulatorClient.Answer ask(AzureDevOpsSimulator simulator, SimToken token, String path) {
        return new SimulatorClient(simulator.uri(), token.authorization(), true).get(path);
    }

    @Test
    void activityChangesItems() {
        try (AzureDevOpsSimulator simulator = simulator()) {
            DemoContent.fabrikam(simulator);
            Organization fabrikam = simulator.organization("fabrikam-demo");
            int before = fabrikam.read(() -> fabrikam.store().log().size());
            try (DemoActivity activity = DemoActivity.start(simulator, java.time.Duration.ofHours(1))) {
                for (int i = 0; i < 40; i++) {
                    activity.step();
                }
            }
            assertThat(fabrikam.read(() -> fabrikam.store().log().size())).isGreaterThan(before + 39);
        }
    }
}
