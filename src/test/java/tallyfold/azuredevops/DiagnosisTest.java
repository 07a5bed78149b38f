package tallyfold.azuredevops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import simulator.azuredevops.DemoContent;
import simulator.azuredevops.Organization;
import simulator.azuredevops.SimItem;
import simulator.azuredevops.SimProject;
import simulator.azuredevops.SimTeam;
import simulator.azuredevops.SimUser;
import simulator.azuredevops.TokenSpec;
import tallyfold.azuredevops.api.CoreApi;
import tallyfold.azuredevops.api.IdentityApi;
import tallyfold.azuredevops.api.WorkApi;
import tallyfold.azuredevops.api.WorkItemApi;
import tallyfold.kernel.Secret;
import tallyfold.provider.ConnectionSettings;
import tallyfold.provider.Diagnosed;
import tallyfold.provider.Diagnosed.Outcome;
import tallyfold.provider.EndpointKind;

/** A diagnosis asks everything once, goes on after failures, and tells nothing that could not be shown to a stranger. */
class DiagnosisTest extends ElementCase {

    private Organization fabrikam;
    private String token;

    @BeforeEach
    void fill() {
        DemoContent.fabrikam(simulator);
        fabrikam = simulator.organization(DemoContent.FABRIKAM);
        token = DemoContent.tokens(simulator, DemoContent.FABRIKAM).working().text();
        apollo.defaultTeam().group().add(acme.owner()).add(acme.addGroup(apollo, "Everybody", ""));
        acme.addQuery(apollo.sharedQueries(), "All of it", "SELECT [System.Id] FROM WorkItems");
        item("Only one", Map.of());
        simulator.requests().clear();
    }

    private List<Diagnosed> diagnose(String with) {
        return diagnose(fabrikam, with);
    }

    private List<Diagnosed> diagnose() {
        return diagnose(acme, acme.issueToken(TokenSpec.reading(acme.owner())).text());
    }

    private List<Diagnosed> diagnose(Organization organization, String with) {
        List<Diagnosed> questions = new ArrayList<>();
        try (Secret secret = Secret.of(with)) {
            SimulatedProvider.at(
                            simulator.uri().toString(), new SimulatedProvider.MovableClock(), SimulatedProvider.QUICK)
                    .diagnose(
                            new ConnectionSettings(organization.name(), EndpointKind.SIMULATOR, null, "dana"),
                            secret,
                            questions::add);
        }
        return questions;
    }

    @Test
    void asksEverythingOnce() {
        List<Diagnosed> questions = diagnose();
        assertThat(questions).hasSize(DiagnosisQuestions.ALL).allSatisfy(question -> {
            assertThat(question.outcome()).as(question.name()).isEqualTo(Outcome.ANSWERED);
            assertThat(question.exchanges()).hasSize(1);
            assertThat(question.of()).isEqualTo(DiagnosisQuestions.ALL);
        });
        assertThat(questions).extracting(Diagnosed::name).doesNotHaveDuplicates();
        assertThat(questions).extracting(Diagnosed::understood).contains("1 items of 1 asked for");
    }

    /** A question that is added to an interface has to be added to the diagnosis too. */
    @Test
    void knowsEveryQuestionOfTheProduct() {
        Set<String> known = Stream.of(CoreApi.class, IdentityApi.class, WorkApi.class, WorkItemApi.class)
                .flatMap(api -> Arrays.stream(api.getDeclaredMethods()))
                .map(method -> method.isAnnotationPresent(GetExchange.class)
                        ? "GET " + method.getAnnotation(GetExchange.class).value()
                        : "POST " + method.getAnnotation(PostExchange.class).value())
                .map(DiagnosisTest::path)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> asked = diagnose().stream()
                .flatMap(question -> question.exchanges().stream())
                .map(exchange -> path(exchange.request()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(asked).isEqualTo(known);
    }

    private static String path(String request) {
        return request.replaceAll("\\?.*", "");
    }

    @Test
    void tellsNothingOfTheOrganization() {
        String report = diagnose(token).toString().toLowerCase(Locale.ROOT);
        List<String> names = new ArrayList<>(List.of(fabrikam.name(), token, "dev.azure.com", "127.0.0.1"));
        for (SimProject project : fabrikam.projects()) {
            names.add(project.name());
            names.add(project.id().toString());
            project.teams().stream().map(SimTeam::name).forEach(names::add);
        }
        fabrikam.users().stream().map(SimUser::displayName).forEach(names::add);
        fabrikam.users().stream().map(SimUser::mail).forEach(names::add);
        fabrikam.items().stream().map(SimItem::title).forEach(names::add);
        // Shorter ones are words that the service itself uses too.
        names.removeIf(name -> name.length() < 9);
        assertThat(names).hasSizeGreaterThan(500).noneMatch(name -> report.contains(name.toLowerCase(Locale.ROOT)));
    }

    @Test
    void goesOnAfterAFailedQuestion() {
        simulator
                .faults()
                .on(request -> request.path().endsWith("/wit/fields"))
                .answer(200, Map.of(), "<html>Sign in</html>");
        List<Diagnosed> questions = diagnose(token);
        Diagnosed fields = questions.stream()
                .filter(question -> question.name().equals("Fields"))
                .findFirst()
                .orElseThrow();
        assertThat(fields.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(fields.understood()).startsWith("UNEXPECTED_ANSWER");
        assertThat(fields.exchanges().getFirst().shape()).containsExactly("no JSON, begins like a page");
        assertThat(questions.stream().filter(question -> question.outcome() == Outcome.FAILED))
                .hasSize(1);
        assertThat(questions).hasSize(DiagnosisQuestions.ALL);
    }

    @Test
    void doesNotTryARefusedTokenAgainAndAgain() {
        List<Diagnosed> questions = diagnose("x".repeat(84));
        assertThat(questions).hasSize(DiagnosisQuestions.ALL);
        assertThat(questions.getFirst().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(questions.subList(1, questions.size()))
                .allSatisfy(question -> assertThat(question.outcome()).isEqualTo(Outcome.SKIPPED));
        assertThat(simulator.requests().count()).isLessThanOrEqualTo(2);
    }

    @Test
    void endsWhenNobodyListensAnyMore() {
        try (Secret secret = Secret.of(token)) {
            assertThatThrownBy(() -> SimulatedProvider.at(
                                    simulator.uri().toString(),
                                    new SimulatedProvider.MovableClock(),
                                    SimulatedProvider.QUICK)
                            .diagnose(
                                    new ConnectionSettings(fabrikam.name(), EndpointKind.SIMULATOR, null, "dana"),
                                    secret,
                                    _ -> {
                                        throw new IllegalStateException("closed");
                                    }))
                    .hasMessage("closed");
        }
        assertThat(simulator.requests().count()).isOne();
    }
}
