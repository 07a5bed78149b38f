package simulator.azuredevops;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import simulator.azuredevops.SimulatorClient.Answer;

/** Processes, types, areas, iterations, teams, people. */
class StructureTest extends SimulatorCase {

    @Test
    void listsTheSystemProcessesAndInheritedOnes() {
        acme.addProcess("House Agile", SystemProcesses.AGILE, List.of());
        Answer simple = get("/_apis/process/processes?api-version=7.1");
        assertThat(simple.each("value", "name")).hasToString("[Scrum, Basic, Agile, CMMI, House Agile]");
        assertThat(simple.at("value/4/type")).isEqualTo("inherited");
        Answer detailed = get("/_apis/work/processes?api-version=7.1");
        assertThat(detailed.at("value/4/parentProcessTypeId")).isEqualTo("adcc42ab-9882-485e-a3ed-7678f01f66bc");
    }

    @Test
    void tellsTheProcessOfAProjectInTwoWays() {
        Answer single = get("/_apis/projects/Apollo?includeCapabilities=true&api-version=7.1");
        assertThat(single.at("capabilities/processTemplate/templateName")).isEqualTo("Agile");
        assertThat(single.at("capabilities/versioncontrol/gitEnabled")).isEqualTo("True");
        Answer properties = get("/_apis/projects/" + apollo.id()
                + "/properties?keys=System.CurrentProcessTemplateId&api-version=7.1-preview.1");
        assertThat(properties.at("value/0/value")).isEqualTo("adcc42ab-9882-485e-a3ed-7678f01f66bc");
        assertThat(get("/_apis/projects?api-version=7.1").body())
                .doesNotContain("capabilities")
                .doesNotContain("description");
    }

    @Test
    void listsTypesStatesAndCategories() {
        Answer types = get("/Apollo/_apis/wit/workitemtypes?api-version=7.1");
        assertThat(types.each("value", "name").toString()).contains("Epic", "Feature", "User Story", "Task", "Bug");
        assertThat(types.at("value/2/color")).isEqualTo("009CCC");
        assertThat(types.at("value/2/referenceName")).isEqualTo("Microsoft.VSTS.WorkItemTypes.UserStory");
        Answer states = get("/Apollo/_apis/wit/workitemtypes/User%20Story/states?api-version=7.1");
        assertThat(states.each("value", "category"))
                .hasToString("[Proposed, InProgress, Resolved, Completed, Removed]");
        Answer category = get("/Apollo/_apis/wit/workitemtypecategories/Microsoft.RequirementCategory?api-version=7.1");
        assertThat(category.at("defaultWorkItemType/name")).isEqualTo("User Story");
        assertThat(get("/Apollo/_apis/wit/workitemtypes/Nope/states?api-version=7.1")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void showsTreesAsDeepAsAsked() {
        SimNode web = acme.addArea(apollo.areaRoot(), "Web & Co");
        acme.addArea(web, "Shop");
        String areas = "/Apollo/_apis/wit/classificationnodes/areas";
        assertThat(get(areas + "?api-version=7.1").find("children")).isNull();
        assertThat(get(areas + "?api-version=7.1").at("hasChildren")).isEqualTo(true);
        Answer deep = get(areas + "?$depth=14&api-version=7.1");
        assertThat(deep.at("path")).isEqualTo("\\Apollo\\Area");
        assertThat(deep.at("children/0/children/0/path")).isEqualTo("\\Apollo\\Area\\Web & Co\\Shop");
        assertThat(get(areas + "/Web%20%26%20Co/Shop?api-version=7.1").at("name"))
                .isEqualTo("Shop");
        assertThat(get("/Apollo/_apis/wit/classificationnodes?ids=" + web.id() + ",1&errorPolicy=omit&api-version=7.1")
                        .list("value"))
                .hasSize(2);
        assertThat(get("/Apollo/_apis/wit/classificationnodes?$depth=1&api-version=7.1")
                        .each("value", "structureType"))
                .hasToString("[area, iteration]");
    }

    @Test
    void showsTeamSettingsAreasAndIterations() {
        LocalDate day = LocalDate.parse("2026-11-24");
        SimNode past = acme.addIteration(apollo.iterationRoot(), "Past", day.minusDays(20), day.minusDays(7));
        SimNode now = acme.addIteration(apollo.iterationRoot(), "Now", day.minusDays(6), day.plusDays(7));
        SimTeam team = acme.addTeam(apollo.id(), "Crew  with   spaces");
        String path = "/" + apollo.id() + "/" + team.id() + "/_apis/work/teamsettings";
        assertThat(get(path + "?api-version=7.1").at("backlogIteration/id"))
                .isEqualTo("00000000-0000-0000-0000-000000000000");
        assertThat(get(path + "/teamfieldvalues?api-version=7.1").find("defaultValue"))
                .isNull();
        team.area(apollo.areaRoot(), true).iterations(List.of(past, now)).backlogIteration(apollo.iterationRoot());
        assertThat(get(path + "/teamfieldvalues?api-version=7.1").at("values/0/includeChildren"))
                .isEqualTo(true);
        assertThat(get(path + "/iterations?api-version=7.1").list("value")).hasSize(2);
        Answer current = get(path + "/iterations?$timeframe=current&api-version=7.1");
        assertThat(current.at("value/0/name")).isEqualTo("Now");
        assertThat(current.at("value/0/attributes/startDate")).isEqualTo("2026-11-18T00:00:00Z");
        assertThat(current.at("value/0/id")).isEqualTo(now.identifier().toString());
        long epic = acme.createItem(apollo.id(), "Epic", Map.of(Fields.ITERATION_PATH, now));
        acme.createItem(apollo.id(), "Feature", Map.of(Fields.ITERATION_PATH, now, Fields.PARENT, epic));
        Answer items = get(path + "/iterations/" + now.identifier() + "/workitems?api-version=7.1");
        assertThat(items.each("workItemRelations", "rel")).hasToString("[null, System.LinkTypes.Hierarchy-Forward]");
    }

    @Test
    void showsMembersWithNestedGroupsUnexpanded() {
        SimGroup nested = acme.addGroup(apollo, "Contractors", "From outside.");
        nested.add(acme.addUser("Guest", "guest@elsewhere.example"));
        apollo.defaultTeam().add(nested).administrator(ada);
        Answer members = get("/_apis/projects/" + apollo.id() + "/teams/"
                + apollo.defaultTeam().id() + "/members?api-version=7.1");
        assertThat(members.at("value/0/identity/isContainer")).isEqualTo(true);
        assertThat(members.find("value/0/isTeamAdmin")).isNull();
        assertThat(members.at("value/1/isTeamAdmin")).isEqualTo(true);
        Answer down = client.get(SimulatorClient.ACCOUNTS + "/_apis/graph/memberships/" + nested.descriptor()
                + "?direction=down&api-version=7.1-preview.1");
        String guest = down.at("value/0/memberDescriptor").toString();
        Answer lookup = client.post(
                SimulatorClient.ACCOUNTS + "/_apis/graph/subjectlookup?api-version=7.1-preview.1",
                Map.of("lookupKeys", List.of(Map.of("descriptor", guest))));
        assertThat(lookup.at("value/" + guest + "/mailAddress")).isEqualTo("guest@elsewhere.example");
    }

    @Test
    void translatesIdsAndDescriptors() {
        String graph = SimulatorClient.ACCOUNTS + "/_apis/graph/";
        assertThat(client.get(graph + "descriptors/" + apollo.id() + "?api-version=7.1")
                        .at("value"))
                .asString()
                .startsWith("scp.");
        Object descriptor = client.get(graph + "descriptors/" + ada.id() + "?api-version=7.1")
                .at("value");
        assertThat(descriptor).isEqualTo(ada.descriptor());
        assertThat(client.get(graph + "storagekeys/" + descriptor + "?api-version=7.1")
                        .at("value"))
                .isEqualTo(ada.id().toString());
    }

    @Test
    void answersIdentitiesWithNullForUnknownOnes() {
        String identities = SimulatorClient.ACCOUNTS + "/_apis/identities?api-version=7.1";
        Answer byId = client.get(identities + "&identityIds=" + ada.id() + "," + new java.util.UUID(0, 1));
        assertThat(byId.at("value/0/properties/Mail/$value")).isEqualTo("ada@acme.example");
        assertThat(byId.list("value").get(1)).isNull();
        assertThat(client.get(identities + "&searchFilter=MailAddress&filterValue=nobody@x")
                        .at("count"))
                .isEqualTo(0L);
    }

    @Test
    void disabledPeopleStayInOldItemsAndLeaveTheGraph() {
        SimUser bob = acme.addUser("Bob", "bob@acme.example");
        long id = acme.createItem(apollo.id(), "Task", Map.of(Fields.ASSIGNED_TO, bob));
        acme.disableUser(bob);
        assertThat(get("/_apis/wit/workitems/" + id + "?api-version=7.1").at("fields/System.AssignedTo/inactive"))
                .isEqualTo(true);
        assertThat(client.get(SimulatorClient.ACCOUNTS + "/_apis/graph/users?api-version=7.1-preview.1")
                        .body())
                .doesNotContain("bob@acme.example");
    }

    @Test
    void writesOldAddressesForOldOrganizations() {
        acme.legacyAddresses(true);
        assertThat(get("/_apis/projects?api-version=7.1").at("value/0/url"))
                .asString()
                .startsWith("https://acme.visualstudio.com/_apis/projects/");
    }

    @Test
    void tellsTheHistoryOfProjects() {
        acme.renameProject(apollo.id(), "Artemis");
        acme.deleteProject(apollo.id());
        assertThat(get("/_apis/projecthistory?api-version=7.1-preview.2").each("value", "name"))
                .hasToString("[Apollo, Artemis, Artemis]");
    }
}
