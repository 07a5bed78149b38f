package simulator.azuredevops;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import simulator.azuredevops.SimulatorClient.Answer;

class WiqlTest extends SimulatorCase {

    private List<?> ids(String where) {
        Answer answer = client.wiql("/Apollo", "SELECT [System.Id] FROM WorkItems WHERE " + where, "");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.each("workItems", "id");
    }

    private String refusal(String query, String parameters) {
        Answer answer = client.wiql("/Apollo", query, parameters);
        assertThat(answer.status()).isEqualTo(400);
        return answer.at("message").toString();
    }

    @Test
    void comparesTextNumbersPeopleAndEmptiness() {
        acme.createItem(apollo.id(), "Task", Map.of(Fields.TITLE, "One", Fields.PRIORITY, 1, Fields.ASSIGNED_TO, ada));
        acme.createItem(
                apollo.id(), "Bug", Map.of(Fields.TITLE, "It's two", Fields.PRIORITY, 3, Fields.TAGS, "red; green"));
        assertThat(ids("[System.Title] = 'one'")).hasToString("[1]");
        assertThat(ids("[Title] CONTAINS 'it''s'")).hasToString("[2]");
        assertThat(ids("[Microsoft.VSTS.Common.Priority] >= 2")).hasToString("[2]");
        assertThat(ids("[System.AssignedTo] = @me")).hasToString("[1]");
        assertThat(ids("[System.AssignedTo] = 'ada@acme.example'")).hasToString("[1]");
        assertThat(ids("[System.AssignedTo] = ''")).hasToString("[2]");
        assertThat(ids("[System.AssignedTo] <> ''")).hasToString("[1]");
        assertThat(ids("[System.Tags] CONTAINS 'green'")).hasToString("[2]");
        assertThat(ids("[System.WorkItemType] IN ('Task', 'Epic')")).hasToString("[1]");
        assertThat(ids("[System.WorkItemType] NOT IN ('Task')")).hasToString("[2]");
        assertThat(ids("[System.Title] NOT CONTAINS 'two'")).hasToString("[1]");
    }

    @Test
    void bindsAndTighterThanOr() {
        item("Task", "a");
        item("Bug", "b");
        item("Epic", "c");
        assertThat(ids("[System.Title] = 'a' OR [System.Title] = 'b' AND [System.WorkItemType] = 'Epic'"))
                .hasToString("[1]");
        assertThat(ids("([System.Title] = 'a' OR [System.Title] = 'b') AND NOT [System.WorkItemType] = 'Task'"))
                .hasToString("[2]");
    }

    @Test
    void doesNotFilterByTheProjectOfTheAddress() {
        SimProject other = acme.addProject("Other", SystemProcesses.BASIC);
        item("Task", "here");
        acme.createItem(other.id(), "Task", Map.of());
        assertThat(ids("[System.Id] > 0")).hasSize(2);
        assertThat(ids("[System.TeamProject] = @project")).hasSize(1);
    }

    @Test
    void knowsPathsAndRefusesUnknownOnes() {
        SimNode web = acme.addArea(apollo.areaRoot(), "Web");
        acme.addArea(web, "Shop");
        acme.createItem(apollo.id(), "Task", Map.of(Fields.AREA_PATH, "Apollo\\Web\\Shop"));
        item("Task", "root");
        assertThat(ids("[System.AreaPath] UNDER 'Apollo\\Web'")).hasToString("[1]");
        assertThat(ids("[System.AreaPath] = 'Apollo\\Web'")).isEmpty();
        assertThat(ids("[System.AreaPath] NOT UNDER 'Apollo\\Web'")).hasToString("[2]");
        assertThat(refusal("SELECT [System.Id] FROM WorkItems WHERE [System.IterationPath] UNDER 'Apollo\\No'", ""))
                .startsWith("TF51011: The specified iteration path does not exist.");
    }

    @Test
    void comparesDatesByDayUnlessTimePrecisionIsAsked() {
        acme.createItem(apollo.id(), "Task", Map.of(Fields.CHANGED_DATE, NOW.minus(Duration.ofDays(3))));
        item("Task", "today");
        assertThat(ids("[System.ChangedDate] >= @today")).hasToString("[2]");
        assertThat(ids("[System.ChangedDate] < @today - 2")).hasToString("[1]");
        assertThat(ids("[System.ChangedDate] = '2026-11-24'")).hasToString("[2]");
        String exact = "SELECT [System.Id] FROM WorkItems WHERE [System.ChangedDate] > '2026-11-24T10:15:30Z'";
        assertThat(refusal(exact, "")).contains("date precision");
        assertThat(client.wiql("", exact, "&timePrecision=true").each("workItems", "id"))
                .hasToString("[2]");
    }

    @Test
    void limitsAndOrders() {
        for (int i = 0; i < 5; i++) {
            item("Task", "t" + (9 - i));
        }
        String query = "SELECT [System.Id] FROM WorkItems ORDER BY [System.Title] ASC, [System.Id] DESC";
        assertThat(client.wiql("", query, "&$top=2").each("workItems", "id")).hasToString("[5, 4]");
        Answer answer = client.wiql("", query, "");
        assertThat(answer.at("queryType")).isEqualTo("flat");
        assertThat(answer.at("sortColumns/1/descending")).isEqualTo(true);
        assertThat(answer.at("columns/0/referenceName")).isEqualTo("System.Id");
    }

    @Test
    void refusesMoreThanTwentyThousandButNotWithTop() {
        LoadContent.fill(simulator, "big", 20_001, 2);
        SimToken reader = simulator.organization("big").tokens().getFirst();
        String path = "/dev.azure.com/big/_apis/wit/wiql?api-version=7.1";
        Map<String, String> body = Map.of("query", "SELECT [System.Id] FROM WorkItems ORDER BY [System.Id]");
        Answer refused = as(reader).post(path, body);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("typeKey")).isEqualTo("WorkItemTrackingQueryResultSizeLimitExceededException");
        assertThat(refused.body()).contains("VS402337");
        assertThat(as(reader).post(path + "&$top=19999", body).list("workItems"))
                .hasSize(19_999);
    }

    @Test
    void findsTheCurrentIterationOfATeam() {
        LocalDate day = LocalDate.parse("2026-11-24");
        SimNode sprint = acme.addIteration(apollo.iterationRoot(), "Sprint 7", day.minusDays(3), day.plusDays(3));
        apollo.defaultTeam().iteration(sprint);
        acme.createItem(apollo.id(), "Task", Map.of(Fields.ITERATION_PATH, sprint));
        String query = "SELECT [System.Id] FROM WorkItems WHERE [System.IterationPath] = @currentIteration";
        assertThat(client.wiql("/Apollo/Apollo%20Team", query, "").list("workItems"))
                .hasSize(1);
        assertThat(refusal(query, "")).contains("@currentiteration");
    }

    @Test
    void neverFindsDeletedItems() {
        long id = item("Task", "x");
        acme.delete(id);
        assertThat(ids("[System.Id] = " + id)).isEmpty();
    }

    @Test
    void looksBackWithAsOfAndEver() {
        long id = acme.createItem(apollo.id(), "Task", Map.of(Fields.CHANGED_DATE, NOW.minus(Duration.ofDays(9))));
        acme.update(id, Map.of(Fields.STATE, "Closed"));
        assertThat(ids("EVER [System.State] = 'New'")).hasToString("[" + id + "]");
        assertThat(ids("[System.State] = 'New' ASOF '2026-11-20'")).hasToString("[" + id + "]");
        assertThat(ids("[System.State] = 'New'")).isEmpty();
    }

    @Test
    void walksTreesAndHops() {
        long epic = item("Epic", "e");
        long feature = child("Feature", "f", epic);
        long story = child("User Story", "s", feature);
        item("Epic", "lonely");
        String source = "SELECT [System.Id] FROM WorkItemLinks WHERE [Source].[System.WorkItemType] = 'Epic' AND"
                + " [System.Links.LinkType] = 'System.LinkTypes.Hierarchy-Forward' ";
        Answer tree = client.wiql("", source + "MODE (Recursive)", "");
        assertThat(tree.at("queryType")).isEqualTo("tree");
        assertThat(tree.list("workItemRelations")).hasSize(4);
        assertThat(tree.find("workItemRelations/0/rel")).isNull();
        assertThat(tree.at("workItemRelations/2/source/id")).isEqualTo(feature);
        assertThat(tree.at("workItemRelations/2/target/id")).isEqualTo(story);
        assertThat(client.wiql("", source + "MODE (MustContain)", "").list("workItemRelations"))
                .hasSize(2);
        assertThat(client.wiql("", source + "MODE (MayContain)", "").list("workItemRelations"))
                .hasSize(3);
        assertThat(client.wiql("", source + "MODE (DoesNotContain)", "").list("workItemRelations"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "SELECT",
                "SELECT [System.Id]",
                "SELECT [System.Id] FROM Elsewhere",
                "SELECT [System.Id] FROM WorkItems WHERE",
                "SELECT [System.Id] FROM WorkItems WHERE [System.Id] =",
                "SELECT [System.Id] FROM WorkItems WHERE ([System.Id] = 1",
                "SELECT [System.Id] FROM WorkItems WHERE [System.Title] = 'open",
                "SELECT [System.Id] FROM WorkItems WHERE [No.Field] = 1",
                "SELECT [System.Id] FROM WorkItems WHERE [System.Id] = 'word'",
                "SELECT [System.Id] FROM WorkItems WHERE [System.Id] # 1",
                "SELECT [System.Id] FROM WorkItems WHERE [System.Title] UNDER 'x'"
            })
    void refusesWhatIsNoQuery(String query) {
        assertThat(refusal(query, "")).matches("(?s)(TF|VS)\\d+: .*");
    }

    @Test
    void runsStoredQueriesById() {
        item("Task", "stored");
        SimQuery folder = acme.addQueryFolder(apollo.sharedQueries(), "Team");
        SimQuery query = acme.addQuery(folder, "All", "SELECT [System.Id] FROM WorkItems");
        assertThat(get("/Apollo/_apis/wit/wiql/" + query.id() + "?api-version=7.1")
                        .list("workItems"))
                .hasSize(1);
        Answer tree = get("/Apollo/_apis/wit/queries?$depth=1&api-version=7.1");
        assertThat(tree.at("value/1/name")).isEqualTo("Shared Queries");
        assertThat(tree.at("value/1/children/0/hasChildren")).isEqualTo(true);
        assertThat(tree.find("value/1/children/0/children")).isNull();
        assertThat(get("/Apollo/_apis/wit/queries?$depth=3&api-version=7.1").status())
                .isEqualTo(400);
        Answer single = get("/Apollo/_apis/wit/queries/Shared%20Queries/Team/All?$expand=wiql&api-version=7.1");
        assertThat(single.at("wiql")).isEqualTo("SELECT [System.Id] FROM WorkItems");
        assertThat(single.at("isPublic")).isEqualTo(true);
        assertThat(get("/Apollo/_apis/wit/queries?$filter=al&api-version=7.1").list("value"))
                .hasSize(1);
    }
}
