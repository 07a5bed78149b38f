package simulator.azuredevops;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import simulator.azuredevops.SimulatorClient.Answer;

class ReportingFeedTest extends SimulatorCase {

    private static final String REVISIONS = "/_apis/wit/reporting/workitemrevisions?api-version=7.1";
    private static final String LINKS = "/_apis/wit/reporting/workitemlinks?api-version=7.1";

    private Answer feed(String parameters) {
        return get(REVISIONS + parameters);
    }

    private static String after(Answer page) {
        return "&continuationToken="
                + Addresses.encode(page.at("continuationToken").toString());
    }

    @Test
    void goesOnWhereTheLastBatchEnded() {
        long id = item("Task", "a");
        Answer first = feed("");
        assertThat(first.at("isLastBatch")).isEqualTo(true);
        assertThat(first.list("values")).hasSize(1);
        assertThat(feed(after(first)).list("values")).isEmpty();
        acme.update(id, Map.of(Fields.TITLE, "b"));
        Answer second = feed(after(first) + "&fields=System.Title");
        assertThat(second.at("values/0/fields/System.Title")).isEqualTo("b");
        assertThat(second.at("values/0/rev")).isEqualTo(2L);
        assertThat(second.at("nextLink")).asString().contains("continuationToken=");
    }

    @Test
    void givesAtMostAThousandRevisionsABatch() {
        for (int i = 0; i < 1005; i++) {
            item("Task", "t" + i);
        }
        Answer first = feed("&fields=System.Id&$maxPageSize=5000");
        assertThat(first.list("values")).hasSize(1000);
        assertThat(first.at("isLastBatch")).isEqualTo(false);
        Answer last = feed(after(first) + "&fields=System.Id");
        assertThat(last.list("values")).hasSize(5);
        assertThat(last.at("isLastBatch")).isEqualTo(true);
        assertThat(feed("&$maxPageSize=10").list("values")).hasSize(10);
    }

    @Test
    void givesEmptyBatchesThatAreNotTheLast() {
        SimProject other = acme.addProject("Other", SystemProcesses.AGILE);
        item("Task", "foreign");
        item("Task", "foreign too");
        acme.createItem(other.id(), "Task", Map.of());
        acme.reportingScan(2);
        Answer first = get("/Other" + REVISIONS);
        assertThat(first.list("values")).isEmpty();
        assertThat(first.at("isLastBatch")).isEqualTo(false);
        assertThat(get("/Other" + REVISIONS + after(first)).list("values")).hasSize(1);
    }

    @Test
    void leavesDeletedItemsAwayUnlessAsked() {
        long id = item("Task", "deleted");
        acme.delete(id);
        assertThat(feed("").list("values")).isEmpty();
        Answer with = feed("&includeDeleted=true&fields=System.Id,System.IsDeleted");
        assertThat(with.list("values")).hasSize(2);
        assertThat(with.at("values/1/fields/System.IsDeleted")).isEqualTo(true);
        acme.destroy(id);
        assertThat(feed("&includeDeleted=true").list("values")).isEmpty();
    }

    @Test
    void canGiveTheLatestRevisionOnly() {
        long id = item("Task", "a");
        acme.update(id, Map.of(Fields.TITLE, "b"));
        acme.update(id, Map.of(Fields.TITLE, "c"));
        assertThat(feed("&includeLatestOnly=true").each("values", "rev")).hasToString("[3]");
    }

    @Test
    void withholdsLongTextUnlessExpanded() {
        acme.createItem(apollo.id(), "Task", Map.of(Fields.DESCRIPTION, "<b>long</b>"));
        assertThat(feed("").body()).doesNotContain("System.Description");
        assertThat(feed("&$expand=fields").at("values/0/fields/System.Description"))
                .isEqualTo("<b>long</b>");
    }

    @Test
    void writesPeopleAsTextUnlessAskedForObjects() {
        acme.createItem(apollo.id(), "Task", Map.of(Fields.ASSIGNED_TO, ada));
        assertThat(feed("&fields=System.AssignedTo").at("values/0/fields/System.AssignedTo"))
                .isEqualTo("Ada Keller <ada@acme.example>");
        assertThat(feed("&fields=System.AssignedTo&includeIdentityRef=true").at("values/0/fields/System.AssignedTo/id"))
                .isEqualTo(ada.id().toString());
    }

    @Test
    void projectFeedsFallSilentAboutMovedItems() {
        SimProject other = acme.addProject("Other", SystemProcesses.AGILE);
        long id = item("Task", "moves");
        Answer before = get("/Apollo" + REVISIONS);
        acme.move(id, other.id());
        assertThat(get("/Apollo" + REVISIONS + after(before)).list("values")).isEmpty();
        assertThat(get("/Other" + REVISIONS).each("values", "rev")).hasToString("[2]");
        assertThat(feed(after(before)).list("values")).hasSize(1);
    }

    @Test
    void startsAtADateButNotWithATokenToo() {
        item("Task", "today");
        assertThat(feed("&startDateTime=2026-11-25T00:00:00Z").list("values")).isEmpty();
        assertThat(feed("&startDateTime=2026-11-24").list("values")).hasSize(1);
        assertThat(feed("&startDateTime=2026-11-24&continuationToken=0").status())
                .isEqualTo(400);
    }

    @Test
    void takesItsWishesFromABodyToo() {
        item("Task", "posted");
        item("Bug", "other type");
        Answer answer = client.post(
                SimulatorClient.CORE + REVISIONS,
                Map.of("fields", java.util.List.of("System.Title"), "types", java.util.List.of("Task")));
        assertThat(answer.list("values")).hasSize(1);
        assertThat(answer.at("values/0/fields")).isEqualTo(Map.of("System.Title", "posted"));
    }

    @Test
    void tellsLinksMadeAndTakenAway() {
        long epic = item("Epic", "top");
        long feature = child("Feature", "below", epic);
        acme.unlinkParent(feature);
        Answer answer = get(LINKS);
        assertThat(answer.each("values", "changedOperation")).hasToString("[create, remove]");
        assertThat(answer.at("values/0/sourceId")).isEqualTo(epic);
        assertThat(answer.at("values/0/targetId")).isEqualTo(feature);
        assertThat(answer.at("values/1/isActive")).isEqualTo(false);
        assertThat(get(LINKS + "&linkTypes=System.LinkTypes.Related").list("values"))
                .isEmpty();
        assertThat(get(LINKS + after(answer)).list("values")).isEmpty();
    }
}
