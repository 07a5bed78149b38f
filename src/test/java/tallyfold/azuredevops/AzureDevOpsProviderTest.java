package tallyfold.azuredevops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import simulator.azuredevops.AzureDevOpsSimulator;
import simulator.azuredevops.DemoContent;
import simulator.azuredevops.ExpiredAnswer;
import simulator.azuredevops.Organization;
import simulator.azuredevops.SimProject;
import simulator.azuredevops.SimulatorOptions;
import simulator.azuredevops.TokenSpec;
import tallyfold.kernel.Secret;
import tallyfold.provider.CheckResult;
import tallyfold.provider.CheckResult.Outcome;
import tallyfold.provider.ConnectionReport;
import tallyfold.provider.ConnectionSettings;
import tallyfold.provider.EndpointKind;
import tallyfold.provider.Provider;
import tallyfold.provider.ProviderContractTest;
import tallyfold.provider.ProviderException;
import tallyfold.provider.ProviderSession;
import tallyfold.provider.RemoteProject;
import tallyfold.provider.RemoteProjectId;
import tallyfold.provider.RemoteStructure;
import tallyfold.provider.WorkItemLevel;

/** The contract, and every refusal of Azure DevOps told apart, against the simulator. */
class AzureDevOpsProviderTest extends ProviderContractTest {

    private static AzureDevOpsSimulator simulator;
    private static Organization fabrikam;

    private final SimulatedProvider.MovableClock clock = new SimulatedProvider.MovableClock();
    private Provider provider;

    @BeforeAll
    static void fillTheOrganization() {
        simulator = AzureDevOpsSimulator.start(SimulatorOptions.defaults());
        DemoContent.fabrikam(simulator);
        fabrikam = simulator.organization(DemoContent.FABRIKAM);
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @BeforeEach
    void connect() {
        provider = SimulatedProvider.at(simulator, clock);
        simulator.requests().clear();
    }

    @AfterEach
    void behaveAgain() {
        simulator.faults().clear();
        fabrikam.start();
        fabrikam.publicProjects(false);
        fabrikam.policyBlocked(false);
        fabrikam.forbidGlobalTokens(false);
        fabrikam.legacyAddresses(false);
    }

    @Override
    protected Provider provider() {
        return provider;
    }

    @Override
    protected String organization() {
        return DemoContent.FABRIKAM;
    }

    @Override
    protected String goodToken() {
        return DemoContent.tokens(simulator, DemoContent.FABRIKAM).working().text();
    }

    @Override
    protected String unknownToken() {
        return Fixture.NEW_TOKEN;
    }

    @Override
    protected RemoteProjectId filledProject() {
        return new RemoteProjectId(fabrikam.projects().getFirst().id().toString());
    }

    @Override
    protected long missingItem() {
        return 99_999_999;
    }

    private String issue(TokenSpec spec) {
        return fabrikam.issueToken(spec).text();
    }

    private static String failure(ConnectionReport report) {
        return report.failure().orElseThrow().code();
    }

    private static Map<String, Outcome> outcomes(ConnectionReport report) {
        return report.checks().stream()
                .collect(java.util.stream.Collectors.toMap(
                        result -> result.check().value(), CheckResult::outcome));
    }

    @Nested
    class Check {

        @Test
        void namesTheOwnerAndCountsTheProjects() {
            ConnectionReport report = check(goodToken());
            assertThat(report.organizationId()).isEqualTo(fabrikam.instanceId().toString());
            assertThat(report.projectsVisible()).isEqualTo(fabrikam.projects().size());
            assertThat(report.checks())
                    .extracting(result -> result.check().label())
                    .containsExactly(
                            "Organization reachable",
                            "Token accepted",
                            "Project and Team: read",
                            "Work Items: read",
                            "Graph: read",
                            "Identity: read");
        }

        @Test
        void namesEachMissingPermissionAndStillAsksTheOthers() {
            Map<String, String> scopes = Map.of(
                    "vso.project", "Project and Team: read",
                    "vso.work", "Work Items: read",
                    "vso.graph", "Graph: read",
                    "vso.identity", "Identity: read");
            scopes.forEach((scope, permission) -> {
                ConnectionReport report =
                        check(issue(TokenSpec.reading(fabrikam.owner()).without(scope)));
                assertThat(failure(report)).isEqualTo("SCOPE_MISSING");
                assertThat(report.failure().orElseThrow().detail()).isEqualTo(permission);
                assertThat(outcomes(report).values())
                        .filteredOn(outcome -> outcome == Outcome.PASSED)
                        .hasSize(5);
                assertThat(outcomes(report)).doesNotContainValue(Outcome.SKIPPED);
            });
        }

        @Test
        void namesAllMissingPermissionsAtOnce() {
            ConnectionReport report =
                    check(issue(TokenSpec.reading(fabrikam.owner()).withScopes("vso.project", "vso.identity")));
            assertThat(outcomes(report))
                    .containsEntry("scope.work", Outcome.FAILED)
                    .containsEntry("scope.graph", Outcome.FAILED)
                    .containsEntry("scope.identity", Outcome.PASSED);
        }

        @Test
        void refusesARevokedToken() {
            assertThat(failure(check(issue(TokenSpec.reading(fabrikam.owner()).asRevoked()))))
                    .isEqualTo("TOKEN_REJECTED.NOT_ACCEPTED");
        }

        @Test
        void saysExpiredOnlyWhenTheServiceDoes() {
            TokenSpec reading = TokenSpec.reading(fabrikam.owner());
            java.time.Instant yesterday = Clock.systemUTC().instant().minus(Duration.ofDays(1));
            assertThat(failure(check(issue(reading.expiring(yesterday, ExpiredAnswer.SENTENCE)))))
                    .isEqualTo("TOKEN_REJECTED.EXPIRED");
            assertThat(failure(check(issue(reading.expiring(yesterday, ExpiredAnswer.EMPTY)))))
                    .isEqualTo("TOKEN_REJECTED.NOT_ACCEPTED");
        }

        @Test
        void refusesTheTokenOfSomebodyElsesOrganization() {
            Organization other = simulator.addOrganization(
                    "other-" + UUID.randomUUID().toString().substring(0, 8));
            String foreign = other.issueToken(TokenSpec.reading(other.owner()).asGlobal())
                    .text();
            ConnectionReport report = check(foreign);
            assertThat(failure(report)).isEqualTo("TOKEN_REJECTED.NOT_A_MEMBER");
            assertThat(outcomes(report)).containsEntry("organization", Outcome.PASSED);
        }

        @Test
        void refusesTheAnonymousWelcomeOfPublicProjects() {
            fabrikam.publicProjects(true);
            assertThat(failure(check(unknownToken()))).isEqualTo("TOKEN_REJECTED.ANONYMOUS");
        }

        @Test
        void tellsForbiddenGlobalTokens() {
            fabrikam.forbidGlobalTokens(true);
            assertThat(failure(check(issue(TokenSpec.reading(fabrikam.owner()).asGlobal()))))
                    .isEqualTo("POLICY_BLOCKED.GLOBAL_TOKEN");
        }

        @Test
        void tellsConditionalAccess() {
            fabrikam.policyBlocked(true);
            assertThat(failure(check(goodToken()))).isEqualTo("POLICY_BLOCKED.CONDITIONAL_ACCESS");
        }

        @Test
        void tellsAStoppedOrganizationAndAsksItOnce() {
            fabrikam.stop("deactivated due to inactivity");
            assertThat(failure(check(goodToken()))).isEqualTo("UNREACHABLE.ORGANIZATION_STOPPED");
            assertThat(simulator.requests().count()).isEqualTo(1);
        }

        @Test
        void tellsAnUnknownOrganization() {
            try (ProviderSession session = open("nobody-here", null, goodToken())) {
                ConnectionReport report = session.check(_ -> {});
                assertThat(failure(report)).isEqualTo("NOT_FOUND.ORGANIZATION");
                assertThat(outcomes(report)).containsEntry("token", Outcome.SKIPPED);
            }
        }

        @Test
        void refusesAnotherOrganizationUnderTheSameName() {
            try (ProviderSession session =
                    open(organization(), UUID.randomUUID().toString(), goodToken())) {
                assertThat(failure(session.check(_ -> {}))).isEqualTo("UNEXPECTED_ANSWER.OTHER_ORGANIZATION");
            }
        }

        @Test
        void refusesAServerOfTheirOwn() {
            simulator.faults().on("connectiondata").replace("\"hosted\"", "\"onPremises\"");
            assertThat(failure(check(goodToken()))).isEqualTo("UNEXPECTED_ANSWER.ON_PREMISES_SERVER");
        }

        @Test
        void takesTheSignInPageForARefusal() {
            simulator.faults().on("connectiondata").html203();
            assertThat(failure(check(goodToken()))).isEqualTo("TOKEN_REJECTED.NOT_ACCEPTED");
        }

        @Test
        void tellsAnAnswerThatIsNotAzureDevOps() {
            simulator
                    .faults()
                    .on("connectiondata")
                    .answer(
                            200,
                            Map.of("Content-Type", "text/html"),
                            "<html><title>Welcome to the guest Wi-Fi</title>");
            assertThat(failure(check(goodToken()))).isEqualTo("UNEXPECTED_ANSWER.NOT_JSON");
        }

        @Test
        void reportsALongThrottleInsteadOfWaiting() {
            simulator.faults().on("connectiondata").throttled("120");
            ConnectionReport report = check(goodToken());
            assertThat(failure(report)).isEqualTo("THROTTLED");
            assertThat(report.failure().orElseThrow().detail()).isEqualTo("120");
            assertThat(clock.paused()).isZero();
        }

        @Test
        void waitsForAShortThrottle() {
            simulator.faults().on("connectiondata").times(1).throttled("3");
            assertThat(check(goodToken()).passed()).isTrue();
            assertThat(clock.paused()).isEqualTo(Duration.ofSeconds(3));
        }

        @Test
        void triesTwiceWhenAServerFails() {
            simulator.faults().on("connectiondata").times(1).answer(503);
            assertThat(check(goodToken()).passed()).isTrue();
            simulator.faults().clear();
            simulator.faults().on("connectiondata").answer(500);
            assertThat(failure(check(goodToken()))).isEqualTo("UNREACHABLE.SERVER_ERROR");
        }
    }

    @Nested
    class Refusals {

        @Test
        void tellsAMissingPermissionFromABadTokenInTheMiddleOfARun() {
            try (ProviderSession session =
                    open(issue(TokenSpec.reading(fabrikam.owner()).without("vso.work")))) {
                assertThatThrownBy(() -> session.workItemIds(filledProject(), 0))
                        .isInstanceOfSatisfying(
                                ProviderException.class,
                                refused ->
                                        assertThat(refused.failure().detail()).isEqualTo("Work Items: read"));
            }
            try (ProviderSession session = open(unknownToken())) {
                assertThatThrownBy(() -> session.workItemIds(filledProject(), 0))
                        .isInstanceOfSatisfying(
                                ProviderException.class,
                                refused ->
                                        assertThat(refused.failure().code()).isEqualTo("TOKEN_REJECTED.NOT_ACCEPTED"));
            }
        }

        @Test
        void tellsAProjectThatIsGone() {
            try (ProviderSession session = open(goodToken())) {
                assertThatThrownBy(() -> session.project(
                                new RemoteProjectId(UUID.randomUUID().toString())))
                        .isInstanceOfSatisfying(
                                ProviderException.class,
                                refused -> assertThat(refused.failure().code()).isEqualTo("NOT_FOUND.PROJECT"));
            }
        }

        @Test
        void neverOpensATokenForTheOtherEndpoint() {
            try (Secret token = Secret.of(goodToken())) {
                assertThatThrownBy(() -> provider.open(
                                new ConnectionSettings(organization(), EndpointKind.CLOUD, null, "anna"), token))
                        .isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    @Nested
    class Reading {

        @Test
        void followsEveryPageOfProjects() {
            Organization large = simulator.addOrganization(
                    "large-" + UUID.randomUUID().toString().substring(0, 8));
            for (int i = 0; i < 430; i++) {
                large.addProject("Project " + i, large.processes().getFirst());
            }
            String token = large.issueToken(TokenSpec.reading(large.owner())).text();
            try (ProviderSession session = open(large.name().toLowerCase(java.util.Locale.ROOT), null, token)) {
                assertThat(allProjects(session))
                        .extracting(RemoteProject::id)
                        .doesNotHaveDuplicates()
                        .hasSize(430);
                assertThat(session.check(_ -> {}).projectsVisible()).isEqualTo(430);
            }
        }

        @Test
        void findsEveryItemOverSeveralQueries() {
            try (ProviderSession session = open(goodToken())) {
                List<Long> expected = fabrikam
                        .items(fabrikam.projects().getFirst().id())
                        .stream()
                        .map(item -> item.id())
                        .sorted()
                        .toList();
                assertThat(expected.size()).isGreaterThan(SimulatedProvider.QUICK.idPage());
                assertThat(allIds(session)).isEqualTo(expected);
            }
        }

        @Test
        void namesTheBaseOfAnInheritedProcess() {
            SimProject inherited = fabrikam.projects().stream()
                    .filter(project -> project.process().name().equals("Fabrikam Agile"))
                    .findFirst()
                    .orElseThrow();
            try (ProviderSession session = open(goodToken())) {
                RemoteStructure structure =
                        session.structure(new RemoteProjectId(inherited.id().toString()));
                assertThat(structure.process().name()).isEqualTo("Fabrikam Agile");
                assertThat(structure.process().base()).isEqualTo("Agile");
                assertThat(structure.types())
                        .filteredOn(type -> type.name().equals("User Story"))
                        .allMatch(type -> type.level() == WorkItemLevel.REQUIREMENT)
                        .hasSize(1);
            }
        }

        @Test
        void readsTheStructureOfEveryProject() {
            try (ProviderSession session = open(goodToken())) {
                for (RemoteProject project : allProjects(session)) {
                    RemoteStructure structure = session.structure(project.id());
                    assertThat(structure.types())
                            .extracting(RemoteStructure.WorkItemType::level)
                            .contains(WorkItemLevel.EPIC, WorkItemLevel.REQUIREMENT, WorkItemLevel.TASK);
                    assertThat(structure.areas().getFirst().path()).isEqualTo(project.name());
                    assertThat(structure.process().base()).isIn("Agile", "Scrum", "Basic", "CMMI");
                }
            }
        }

        @Test
        void readsWhatProjectsOfOneProcessShareOnceUnlessAProjectAsksAgain() {
            try (ProviderSession session = open(goodToken())) {
                List<RemoteProject> projects = allProjects(session);
                simulator.requests().clear();
                Set<String> processes = projects.stream()
                        .map(project ->
                                session.structure(project.id()).process().key())
                        .collect(Collectors.toSet());
                assertThat(projects).hasSizeGreaterThan(processes.size());
                assertThat(asked("/workitemtypes?")).isEqualTo(processes.size());
                assertThat(asked("/work/processes?")).isEqualTo(1);

                session.structure(projects.getFirst().id());

                assertThat(asked("/workitemtypes?")).isEqualTo(processes.size() + 1L);
            }
        }

        private long asked(String part) {
            return simulator.requests().list().stream()
                    .filter(request -> request.target().contains(part))
                    .count();
        }

        @Test
        void keepsTheTokenOutOfAddressesAndSendsWhatIsAsked() {
            try (ProviderSession session = open(goodToken())) {
                session.structure(filledProject());
                session.workItems(allIds(session).stream().limit(5).toList());
            }
            assertThat(simulator.requests().list()).isNotEmpty().allSatisfy(request -> {
                assertThat(request.target()).doesNotContain(goodToken());
                assertThat(request.headers())
                        .containsEntry("x-tfs-fedauthredirect", "Suppress")
                        .containsEntry("user-agent", "Tallyfold/test")
                        .containsEntry("accept-encoding", "gzip")
                        .doesNotContainKey("cookie");
                assertThat(request.method()).isIn("GET", "POST");
            });
            assertThat(simulator.requests().maxInFlight()).isLessThanOrEqualTo(4);
        }
    }
}
