package tallyfold.azuredevops.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tallyfold.azuredevops.Fixture;
import tallyfold.azuredevops.SharedCorpus;
import tools.jackson.databind.JsonNode;

class AnswerClassifierTest {

    private static final Duration SEVEN = Duration.ofSeconds(7);

    /** The content type for a short name, and whether only the service sends such an answer. */
    private static Answer answer(int status, String kind, String location, String text) {
        boolean fromService = kind.startsWith("service-");
        String type = switch (kind.replace("service-", "")) {
            case "json" -> "application/json";
            case "html" -> "text/html";
            case "text" -> "text/plain";
            default -> "";
        };
        return new Answer(status, type, location.isEmpty() ? null : location, null, fromService, text, text.isEmpty());
    }

    private static String verdict(@Nullable ExchangeFailure failure) {
        return failure == null ? "OK" : failure.failure().code();
    }

    @Test
    void knowsEverySignatureOfTheTable() {
        SoftAssertions checks = new SoftAssertions();
        List<List<String>> rows = Fixture.rows("answers.tsv");
        for (List<String> row : rows) {
            String location = row.get(2).startsWith("->") ? row.get(2).substring(2) : "";
            String text = row.get(2).startsWith("->") ? "" : row.get(2);
            ExchangeFailure failure = AnswerClassifier.classify(
                    answer(Integer.parseInt(row.getFirst()), row.get(1), location, text),
                    ApiArea.valueOf(row.get(3)),
                    SEVEN);
            checks.assertThat(verdict(failure)).as(row.toString()).isEqualTo(row.get(4));
            if (failure != null) {
                checks.assertThat(failure.remedy().name()).as(row.toString()).isEqualTo(row.get(5));
            }
        }
        System.out.printf(
                "answers of the API: %d tried, %d passed%n",
                rows.size(), rows.size() - checks.errorsCollected().size());
        checks.assertAll();
    }

    @Test
    void findsTheMessageInTheHeaderToo() {
        Answer stopped = new Answer(
                503, "text/html", null, "TF24668%3A+The+following+team+project+collection+is+stopped", true, "", true);
        assertThat(verdict(AnswerClassifier.classify(stopped, ApiArea.WORK, null)))
                .isEqualTo("UNREACHABLE.ORGANIZATION_STOPPED");
        Answer broken = new Answer(503, "", null, "%zz", true, "", true);
        assertThat(verdict(AnswerClassifier.classify(broken, ApiArea.WORK, null)))
                .isEqualTo("UNREACHABLE.SERVER_ERROR");
    }

    @Test
    void keepsNothingOfTheAnswerInTheFailure() {
        ExchangeFailure failure = AnswerClassifier.classify(
                answer(500, "json", "", "{\"message\":\"the-secret-part\"}"), ApiArea.WORK, null);
        assertThat(String.valueOf(failure)).doesNotContain("the-secret-part");
        assertThat(failure).isNotNull().hasNoCause();
    }

    @Test
    void namesThePermissionOfEachArea() {
        for (ApiArea area : List.of(ApiArea.PROJECT, ApiArea.WORK, ApiArea.GRAPH, ApiArea.IDENTITY)) {
            ExchangeFailure failure = AnswerClassifier.classify(answer(403, "", "", ""), area, null);
            assertThat(java.util.Objects.requireNonNull(failure).failure().detail())
                    .isEqualTo(area.permission());
        }
    }

    @Test
    void neverFollowsAndTellsRedirectsOfTheSharedCollection() {
        Map<String, String> names =
                Map.of("AUTH_FAILED", "TOKEN_REJECTED.NOT_ACCEPTED", "REDIRECT_REFUSED", "UNEXPECTED_ANSWER.REDIRECT");
        SoftAssertions checks = new SoftAssertions();
        List<JsonNode> cases = SharedCorpus.section("redirects");
        for (JsonNode each : cases) {
            Answer answer = answer(
                    each.path("status").asInt(), "html", each.path("location").asString(), "");
            checks.assertThat(verdict(AnswerClassifier.classify(answer, ApiArea.PROJECT, null)))
                    .as(each.path("id").asString())
                    .isEqualTo(names.get(
                            each.path("expected").path("classification").asString()));
        }
        System.out.printf(
                "shared redirects: %d tried, %d passed%n",
                cases.size(), cases.size() - checks.errorsCollected().size());
        checks.assertAll();
    }

    @Test
    void classifiesPlainStatusesAsTheSharedCollectionDoes() {
        Map<String, List<String>> classes = Map.of(
                "AUTH_FAILED", List.of("TOKEN_REJECTED"),
                "SCOPE_OR_PERMISSION", List.of("SCOPE_MISSING"),
                "PROXY_AUTH", List.of("UNREACHABLE.PROXY_SIGN_IN"),
                "PERMANENT", List.of("UNEXPECTED_ANSWER.STATUS"),
                "THROTTLED", List.of("THROTTLED"),
                "TRANSIENT", List.of("UNREACHABLE.SERVER_ERROR"),
                "SPLIT", List.of("NOT_FOUND.WORK_ITEM"));
        SoftAssertions checks = new SoftAssertions();
        int tried = 0;
        for (JsonNode each : SharedCorpus.section("apiAnswers")) {
            JsonNode answer = each.path("answer");
            String expected = each.path("expected").path("classification").asString();
            if (answer.path("status").asInt(200) < 300 || !classes.containsKey(expected)) {
                continue;
            }
            tried++;
            ApiArea area = each.path("on").asString().equals("graph") ? ApiArea.GRAPH : ApiArea.WORK;
            String text = answer.has("body") ? answer.path("body").toString() : "";
            String code = verdict(AnswerClassifier.classify(
                    answer(answer.path("status").asInt(), text.isEmpty() ? "" : "json", "", text), area, null));
            checks.assertThat(classes.get(expected))
                    .as(each.path("id").asString())
                    .anyMatch(code::startsWith);
        }
        System.out.printf(
                "shared answers by status: %d tried, %d passed%n",
                tried, tried - checks.errorsCollected().size());
        checks.assertAll();
    }

    @Test
    void readsTheAreaOffAnAddress() {
        Map<String, ApiArea> areas = Map.of(
                "https://dev.azure.com/o/_apis/connectionData?x=1", ApiArea.CONNECTION,
                "https://dev.azure.com/o/_apis/projects/p/teams", ApiArea.PROJECT,
                "https://dev.azure.com/o/p/_apis/wit/wiql", ApiArea.WORK,
                "https://dev.azure.com/o/_apis/work/processes", ApiArea.WORK,
                "https://vssps.dev.azure.com/o/_apis/graph/descriptors/x", ApiArea.GRAPH,
                "https://vssps.dev.azure.com/o/_apis/identities?a=b", ApiArea.IDENTITY);
        areas.forEach((address, area) ->
                assertThat(ApiArea.of(java.net.URI.create(address))).as(address).isEqualTo(area));
    }
}
