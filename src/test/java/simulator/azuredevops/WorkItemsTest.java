package simulator.azuredevops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import simulator.azuredevops.SimulatorClient.Answer;

class WorkItemsTest extends SimulatorCase {

    private Answer batch(Object body) {
        return client.post(SimulatorClient.CORE + "/_apis/wit/workitemsbatch?api-version=7.1", body);
    }

    @Nested
    class Reading {

        @Test
        void showsFieldsIdentitiesAndLeavesEmptyOnesAway() {
            long id = acme.createItem(
                    apollo.id(),
                    "User Story",
                    Map.of(
                            Fields.TITLE,
                            "A \"quoted\" <title> \\ ü 東",
                            Fields.ASSIGNED_TO,
                            ada,
                            Fields.STORY_POINTS,
                            3));
            Answer answer = get("/_apis/wit/workitems/" + id + "?api-version=7.1");
            assertThat(answer.at("fields/System.Title")).isEqualTo("A \"quoted\" <title> \\ ü 東");
            assertThat(answer.at("fields/System.AssignedTo/uniqueName")).isEqualTo("ada@acme.example");
            assertThat(answer.at("fields/System.CreatedDate")).isEqualTo("2026-11-24T10:15:30.12Z");
            assertThat(answer.at("fields/Microsoft.VSTS.Scheduling.StoryPoints"))
                    .isEqualTo(3.0);
            assertThat(answer.find("fields/System.Description")).isNull();
            assertThat(answer.body()).doesNotContain("System.Description");
            assertThat(answer.at("_links/html/href")).asString().endsWith("/_workitems/edit/" + id);
        }

        @Test
        void batchesAtMostTwoHundredIds() {
            List<Long> ids = LongStream.rangeClosed(1, 201).boxed().toList();
            Answer answer = batch(Map.of("ids", ids, "errorPolicy", "omit"));
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body()).contains("VS403474: You requested 201 work items");
            assertThat(batch(Map.of("ids", ids.subList(0, 200), "errorPolicy", "omit"))
                            .list("value"))
                    .hasSize(200);
        }

        @Test
        void putsNullInThePlaceOfWhatIsMissing() {
            long id = item("Task", "present");
            Answer answer =
                    batch(Map.of("ids", List.of(99, id), "errorPolicy", "omit", "fields", List.of("System.Title")));
            assertThat(answer.list("value").getFirst()).isNull();
            assertThat(answer.at("value/1/fields")).isEqualTo(Map.of("System.Title", "present"));
        }

        @Test
        void showsParentsAsFieldAndAsRelation() {
            long epic = item("Epic", "top");
            long feature = child("Feature", "below", epic);
            Answer answer = batch(Map.of("ids", List.of(feature, epic), "$expand", "relations"));
            assertThat(answer.at("value/0/fields/System.Parent")).isEqualTo(epic);
            assertThat(answer.at("value/0/relations/0/rel")).isEqualTo("System.LinkTypes.Hierarchy-Reverse");
            assertThat(answer.at("value/0/relations/0/url"))
                    .asString()
                    .contains(apollo.id().toString())
                    .endsWith("/" + epic);
            assertThat(answer.at("value/1/relations/0/attributes/name")).isEqualTo("Child");
        }

        @Test
        void refusesFieldsTogetherWithRelationsAndUnknownFields() {
            long id = item("Task", "x");
            assertThat(batch(Map.of("ids", List.of(id), "fields", List.of("System.Id"), "$expand", "relations"))
                            .status())
                    .isEqualTo(400);
            assertThat(batch(Map.of("ids", List.of(id), "fields", List.of("No.Such")))
                            .body())
                    .contains("TF51535");
        }
    }

    @Nested
    class Changing {

        @Test
        void setsTheDatesOfStates() {
            long id = item("User Story", "flow");
            acme.update(id, Map.of(Fields.STATE, "Active"));
            assertThat(acme.item(id).value(Fields.ACTIVATED_DATE)).isEqualTo(NOW);
            acme.update(id, Map.of(Fields.STATE, "Resolved"));
            acme.update(id, Map.of(Fields.STATE, "Closed"));
            SimItem closed = acme.item(id);
            assertThat(closed.value(Fields.CLOSED_DATE)).isEqualTo(NOW);
            assertThat(closed.value(Fields.RESOLVED_DATE)).isEqualTo(NOW);
            assertThat(closed.rev()).isEqualTo(4);
            acme.update(id, Map.of(Fields.STATE, "Active"));
            assertThat(acme.item(id).value(Fields.CLOSED_DATE)).isNull();
            assertThatIllegalArgumentException().isThrownBy(() -> acme.update(id, Map.of(Fields.STATE, "Doing")));
        }

        @Test
        void deletedItemsMoveToTheRecycleBinAndBack() {
            long id = item("Bug", "gone");
            acme.delete(id);
            assertThat(get("/_apis/wit/workitems/" + id + "?api-version=7.1").status())
                    .isEqualTo(404);
            assertThat(batch(Map.of("ids", List.of(id), "errorPolicy", "omit"))
                            .list("value")
                            .getFirst())
                    .isNull();
            assertThat(get("/Apollo/_apis/wit/recyclebin?api-version=7.1").each("value", "id"))
                    .hasToString("[" + id + "]");
            Answer bin = get("/Apollo/_apis/wit/recyclebin/" + id + "?api-version=7.1");
            assertThat(bin.at("id")).isEqualTo(String.valueOf(id));
            assertThat(bin.at("deletedDate")).isEqualTo("11/24/2026 10:15:30 AM");
            acme.restore(id);
            assertThat(get("/_apis/wit/workitems/" + id + "?api-version=7.1").at("rev"))
                    .isEqualTo(3L);
            assertThat(get("/Apollo/_apis/wit/recyclebin?api-version=7.1").list("value"))
                    .isEmpty();
        }

        @Test
        void destroyedItemsAreGoneAndTheirIdsNotReused() {
            long id = item("Bug", "gone for good");
            acme.destroy(id);
            assertThat(get("/Apollo/_apis/wit/recyclebin/" + id + "?api-version=7.1")
                            .status())
                    .isEqualTo(404);
            assertThat(item("Bug", "next")).isEqualTo(id + 1);
            assertThat(acme.items()).hasSize(1);
        }

        @Test
        void movedItemsKeepTheirIdAndChangeProjectPathsAndType() {
            SimProject scrum = acme.addProject("Hermes", SystemProcesses.SCRUM);
            long id = item("User Story", "moves");
            acme.move(id, scrum.id());
            Answer answer = get("/_apis/wit/workitems/" + id + "?api-version=7.1");
            assertThat(answer.at("fields/System.TeamProject")).isEqualTo("Hermes");
            assertThat(answer.at("fields/System.AreaPath")).isEqualTo("Hermes");
            assertThat(answer.at("fields/System.WorkItemType")).isEqualTo("Product Backlog Item");
            assertThat(answer.at("rev")).isEqualTo(2L);
        }

        @Test
        void renamedProjectsChangePathsWithoutARevision() {
            long id = item("Task", "stays");
            acme.renameProject(apollo.id(), "Artemis");
            Answer answer = get("/_apis/wit/workitems/" + id + "?api-version=7.1");
            assertThat(answer.at("fields/System.AreaPath")).isEqualTo("Artemis");
            assertThat(answer.at("rev")).isEqualTo(1L);
            assertThat(get("/_apis/projects/Apollo?api-version=7.1").body()).contains("TF200016");
            assertThat(get("/_apis/projects/Apollo?includeHistory=true&api-version=7.1")
                            .at("name"))
                    .isEqualTo("Artemis");
        }

        @Test
        void deletedProjectsTakeTheirItemsAlong() {
            long id = item("Task", "hidden");
            acme.deleteProject(apollo.id());
            assertThat(get("/_apis/projects?api-version=7.1").list("value")).isEmpty();
            assertThat(get("/_apis/projects?stateFilter=deleted&api-version=7.1")
                            .list("value"))
                    .hasSize(1);
            assertThat(get("/_apis/wit/workitems/" + id + "?api-version=7.1").status())
                    .isEqualTo(404);
            acme.restoreProject(apollo.id());
            assertThat(get("/_apis/wit/workitems/" + id + "?api-version=7.1").status())
                    .isEqualTo(200);
        }

        @Test
        void deletedIterationsLeaveTheirItemsElsewhere() {
            SimNode sprint = acme.addIteration(apollo.iterationRoot(), "Sprint 1", null, null);
            long id = acme.createItem(apollo.id(), "Task", Map.of(Fields.ITERATION_PATH, "Apollo\\Sprint 1"));
            acme.renameNode(sprint, "Sprint One");
            assertThat(acme.item(id).value(Fields.ITERATION_PATH)).isEqualTo("Apollo\\Sprint One");
            acme.deleteNode(sprint, apollo.iterationRoot());
            assertThat(acme.item(id).value(Fields.ITERATION_PATH)).isEqualTo("Apollo");
            assertThat(acme.item(id).rev()).isEqualTo(2);
        }

        @Test
        void noItemHangsBelowItself() {
            long epic = item("Epic", "top");
            long feature = child("Feature", "below", epic);
            assertThatIllegalArgumentException().isThrownBy(() -> acme.linkParent(epic, feature));
        }
    }

    @Test
    void keepsEveryRevisionAndUpdate() {
        long id = item("Task", "first");
        acme.update(id, Map.of(Fields.TITLE, "second"));
        acme.comment(id, "a remark");
        String path = "/_apis/wit/workitems/" + id;
        assertThat(get(path + "/revisions?api-version=7.1").list("value")).hasSize(3);
        assertThat(get(path + "/revisions/1?api-version=7.1").at("fields/System.Title"))
                .isEqualTo("first");
        Answer update = get(path + "/updates/2?api-version=7.1");
        assertThat(update.at("fields/System.Title/oldValue")).isEqualTo("first");
        assertThat(update.at("fields/System.Title/newValue")).isEqualTo("second");
        assertThat(get("/Apollo/_apis/wit/workitems/" + id + "/comments?api-version=7.1-preview.4")
                        .at("comments/0/text"))
                .isEqualTo("a remark");
    }
}
