package tallyfold.azuredevops;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import simulator.azuredevops.DemoContent;
import simulator.azuredevops.Fields;
import simulator.azuredevops.Organization;
import simulator.azuredevops.RandomChanges;
import simulator.azuredevops.Selections;
import simulator.azuredevops.SimItem;
import simulator.azuredevops.SimNode;
import simulator.azuredevops.SimProject;
import simulator.azuredevops.SimQuery;
import simulator.azuredevops.SimTeam;
import simulator.azuredevops.SystemProcesses;
import tallyfold.provider.Element;
import tallyfold.provider.ElementKind;
import tallyfold.provider.ProviderSession;
import tallyfold.provider.RemoteProjectId;

/** What each kind of element covers, held against the simulator's own opinion. */
class CoverageTest extends ElementCase {

    /** Compares everything there is to choose; returns how many elements that was. */
    private int compare(Organization organization, ProviderSession session) {
        Selections truth = new Selections(organization);
        int compared = 0;
        for (SimProject each : organization.projects()) {
            RemoteProjectId id = new RemoteProjectId(each.id().toString());
            same(session, id, Element.WHOLE_PROJECT, truth.wholeProject(each));
            for (SimTeam team : each.teams()) {
                same(session, id, Element.of(ElementKind.TEAM, team.id().toString()), truth.team(team));
                compared++;
            }
            for (SimNode root : List.of(each.areaRoot(), each.iterationRoot())) {
                for (SimNode node : nodes(root)) {
                    boolean iteration = node.iteration();
                    for (boolean below : new boolean[] {true, false}) {
                        same(
                                session,
                                id,
                                node(node, below),
                                iteration ? truth.iteration(node, below) : truth.area(node, below));
                        compared++;
                    }
                }
            }
            for (SimQuery query : queries(each.sharedQueries())) {
                same(session, id, Element.of(ElementKind.QUERY, query.id().toString()), truth.query(each, query));
                compared++;
            }
        }
        for (SimItem item : organization.items()) {
            if (item.id() % 97 == 0 || item.type().equals("Epic")) {
                same(
                        session,
                        new RemoteProjectId(item.projectId().toString()),
                        Element.of(ElementKind.WORK_ITEM, Long.toString(item.id())),
                        truth.subtree(item.id()));
                compared++;
            }
        }
        return compared;
    }

    private static void same(
            ProviderSession session, RemoteProjectId project, Element element, SortedMap<Long, Integer> truth) {
        assertThat(ids(session, project, element))
                .as("%s of %s", element, project)
                .containsExactlyElementsOf(truth.keySet());
    }

    private static List<SimNode> nodes(SimNode root) {
        List<SimNode> all = new java.util.ArrayList<>(List.of(root));
        root.children().forEach(child -> all.addAll(nodes(child)));
        return all;
    }

    private static List<SimQuery> queries(SimQuery folder) {
        List<SimQuery> all = new java.util.ArrayList<>();
        for (SimQuery child : folder.children()) {
            all.addAll(child.folder() ? queries(child) : List.of(child));
        }
        return all;
    }

    @Test
    void equalsTheTruthBeforeAndAfterManyChanges() {
        DemoContent.fabrikam(simulator);
        Organization fabrikam = simulator.organization(DemoContent.FABRIKAM);
        try (ProviderSession lively = open(fabrikam, patient(150))) {
            assertThat(compare(fabrikam, lively)).isGreaterThan(300);
            new RandomChanges(fabrikam, 11).make(200);
            assertThat(compare(fabrikam, lively)).isGreaterThan(300);
        }
    }

    @Test
    void equalsTheTruthInASmallOrganizationOfOddTeams() {
        SimProject other = acme.addProject("Other", SystemProcesses.SCRUM);
        acme.addArea(other.areaRoot(), "Elsewhere");
        SimNode web = acme.addArea(apollo.areaRoot(), "Web");
        SimNode forms = acme.addArea(web, "Forms");
        SimNode namesake = acme.addArea(apollo.areaRoot(), "Apollo");
        SimNode release = acme.addIteration(apollo.iterationRoot(), "Release 1", null, null);
        SimNode sprint = acme.addIteration(release, "Sprint 1", null, null);
        SimNode later = acme.addIteration(apollo.iterationRoot(), "Later", null, null);
        acme.addTeam(apollo.id(), "Owns nothing").backlogIteration(release);
        acme.addTeam(apollo.id(), "No limit").area(web, true);
        acme.addTeam(apollo.id(), "Only itself").area(web, false).area(namesake, true);
        acme.addTeam(apollo.id(), "Below release").area(apollo.areaRoot(), true).backlogIteration(release);
        acme.addTeam(apollo.id(), "Both")
                .area(forms, true)
                .area(web, false)
                .backlogIteration(sprint)
                .iteration(later);
        for (SimNode area : List.of(apollo.areaRoot(), web, forms, namesake)) {
            for (SimNode iteration : List.of(apollo.iterationRoot(), release, sprint, later)) {
                item("Here", Map.of(Fields.AREA_PATH, area, Fields.ITERATION_PATH, iteration));
            }
        }
        assertThat(compare(acme, session)).isGreaterThan(20);
        new RandomChanges(acme, 5).make(200);
        compare(acme, session);
    }

    @Nested
    class Nodes {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "O'Brien's",
                    "''; DROP",
                    "100% of _",
                    "[brackets]",
                    "日本 \uD83D\uDE80",
                    "\u05E9\u05DC\u05D5\u05DD",
                    "  spaced   out ",
                    "Area",
                    "Apollo"
                })
        void findsItemsUnderAnyName(String name) {
            SimNode area = acme.addArea(apollo.areaRoot(), name);
            SimNode iteration = acme.addIteration(apollo.iterationRoot(), name, null, null);
            long in = itemIn(area);
            long when = itemIn(iteration);
            assertThat(ids(node(area, true))).containsExactly(in);
            assertThat(ids(node(iteration, false))).containsExactly(when);
        }

        @Test
        void tellsAnAreaFromWhatIsBelowItThroughFourteenLevels() {
            SimNode node = apollo.areaRoot();
            List<Long> items = new java.util.ArrayList<>();
            List<SimNode> chain = new java.util.ArrayList<>();
            for (int level = 1; level <= 14; level++) {
                node = acme.addArea(node, "Level " + level);
                chain.add(node);
                items.add(itemIn(node));
            }
            for (int level = 0; level < 14; level++) {
                assertThat(ids(node(chain.get(level), true))).isEqualTo(items.subList(level, 14));
                assertThat(ids(node(chain.get(level), false))).containsExactly(items.get(level));
            }
        }

        @Test
        void followsRenamesAndMoves() {
            SimNode web = acme.addArea(apollo.areaRoot(), "Web");
            SimNode shop = acme.addArea(apollo.areaRoot(), "Shop");
            long item = itemIn(web);
            Element element = node(web, true);
            acme.renameNode(web, "Front end");
            acme.moveNode(web, shop);
            acme.renameProject(apollo.id(), "Artemis");
            assertThat(ids(element)).containsExactly(item);
            assertThat(session.element(project, element).path()).isEqualTo("Artemis\\Shop\\Front end");
        }

        @Test
        void asksAgainWhenAnAreaIsRenamedBetweenTwoQuestions() {
            SimNode web = acme.addArea(apollo.areaRoot(), "Web");
            long item = itemIn(web);
            simulator.faults().on("classificationnodes").times(1).afterwards(() -> acme.renameNode(web, "Renamed"));
            assertThat(ids(node(web, true))).containsExactly(item);
        }

        @Test
        void saysThatAnAreaIsGone() {
            SimNode web = acme.addArea(apollo.areaRoot(), "Web");
            acme.deleteNode(web, apollo.areaRoot());
            assertFailure(() -> ids(node(web, true))).isEqualTo("NOT_FOUND.ELEMENT");
            assertFailure(() -> session.element(project, node(web, true))).isEqualTo("NOT_FOUND.ELEMENT");
        }

        @Test
        void saysThatAnAreaIsGoneWhenItGoesBetweenTwoQuestions() {
            SimNode web = acme.addArea(apollo.areaRoot(), "Web");
            simulator
                    .faults()
                    .on("classificationnodes")
                    .times(1)
                    .afterwards(() -> acme.deleteNode(web, apollo.areaRoot()));
            assertFailure(() -> ids(node(web, true))).isEqualTo("NOT_FOUND.ELEMENT");
        }

        @Test
        void doesNotTakeAnIterationForAnArea() {
            SimNode sprint = acme.addIteration(apollo.iterationRoot(), "Sprint", null, null);
            Element wrong = Element.of(ElementKind.AREA, Integer.toString(sprint.id()));
            assertFailure(() -> ids(wrong)).isEqualTo("NOT_FOUND.ELEMENT");
        }
    }

    @Test
    void saysThatTheProjectIsGoneWhateverPartIsAskedFor() {
        SimNode web = acme.addArea(apollo.areaRoot(), "Web");
        SimQuery query = acme.addQuery(apollo.sharedQueries(), "Q", "SELECT [System.Id] FROM WorkItems");
        long item = itemIn(web);
        List<Element> elements = List.of(
                Element.WHOLE_PROJECT,
                node(web, true),
                node(apollo.iterationRoot(), true),
                Element.of(ElementKind.TEAM, apollo.defaultTeam().id().toString()),
                Element.of(ElementKind.WORK_ITEM, Long.toString(item)),
                Element.of(ElementKind.QUERY, query.id().toString()));
        acme.deleteProject(apollo.id());
        for (Element element : elements) {
            assertFailure(() -> ids(element)).as("%s", element).isEqualTo("NOT_FOUND.PROJECT");
            assertFailure(() -> session.element(project, element))
                    .as("%s", element)
                    .isEqualTo("NOT_FOUND.PROJECT");
        }
    }

    @Nested
    class WorkItems {

        private Element tree(long id) {
            return Element.of(ElementKind.WORK_ITEM, Long.toString(id));
        }

        @Test
        void coversAnItemThroughEveryLevelAndProject() {
            SimProject other = acme.addProject("Other", SystemProcesses.SCRUM);
            long top = item("Top", Map.of());
            long middle = child(top);
            long low = child(middle);
            long abroad = child(low);
            acme.move(abroad, other.id());
            child(0 + item("Another", Map.of()));
            assertThat(ids(tree(top))).containsExactly(top, middle, low, abroad);
            assertThat(ids(tree(abroad))).containsExactly(abroad);
            assertThat(session.workItemIds(project, tree(top), middle).items()).containsExactly(low, abroad);
        }

        @Test
        void saysThatAnItemIsGone() {
            long top = item("Top", Map.of());
            acme.delete(top);
            assertFailure(() -> ids(tree(top))).isEqualTo("NOT_FOUND.ELEMENT");
            assertFailure(() -> session.element(project, tree(top))).isEqualTo("NOT_FOUND.ELEMENT");
            acme.restore(top);
            assertThat(ids(tree(top))).containsExactly(top);
        }

        @Test
        void goesLevelByLevelWithoutLosingItsWayInACircle() {
            long top = item("Top", Map.of());
            long low = child(child(top));
            String circle =
                    "{\"workItemRelations\":[{\"source\":{\"id\":" + low + "},\"target\":{\"id\":" + top + "}}]}";
            simulator
                    .faults()
                    .on(request -> request.bodyText().contains("Recursive"))
                    .answer(400, Map.of(), "{\"message\":\"VS402337: too many\"}");
            simulator
                    .faults()
                    .on(request -> request.bodyText().contains("IN (" + low + ")"))
                    .times(1)
                    .answer(200, Map.of(), circle);
            assertThat(ids(tree(top))).containsExactly(top, top + 1, low);
        }
    }

    @Nested
    class Queries {

        private Element of(SimQuery query) {
            return Element.of(ElementKind.QUERY, query.id().toString());
        }

        private SimQuery query(String wiql) {
            return acme.addQuery(apollo.sharedQueries(), "Query", wiql);
        }

        @Test
        void coversBothEndsOfEveryLink() {
            long top = item("Top", Map.of());
            long low = child(top);
            long related = item("Related", Map.of());
            acme.relate(top, "System.LinkTypes.Dependency-Forward", related);
            String from = "SELECT [System.Id] FROM WorkItemLinks WHERE [Source].[System.Id] = " + top;
            assertThat(ids(of(query(from + " MODE (MustContain)")))).containsExactly(top, low, related);
            assertThat(ids(of(query(from
                            + " AND [System.Links.LinkType] = 'System.LinkTypes.Hierarchy-Forward' MODE (Recursive)"))))
                    .containsExactly(top, low);
        }

        @Test
        void runsAQueryAsItsOwnPageDoes() {
            long item = item("One", Map.of());
            SimQuery query = query("SELECT [System.Id] FROM WorkItems WHERE [System.TeamProject] = @project");
            simulator.requests().clear();
            assertThat(ids(of(query))).containsExactly(item);
            assertThat(simulator.requests().list())
                    .singleElement()
                    .satisfies(request -> assertThat(request.query())
                            .doesNotContainKey("$top")
                            .doesNotContainKey("timeprecision"));
        }

        @Test
        void followsRenamesAndNewTexts() {
            long item = item("One", Map.of());
            SimQuery query = query("SELECT [System.Id] FROM WorkItems WHERE [System.Id] = 0");
            assertThat(ids(of(query))).isEmpty();
            acme.renameQuery(query, "Renamed");
            acme.changeQuery(query, "SELECT [System.Id] FROM WorkItems");
            assertThat(ids(of(query))).containsExactly(item);
            assertThat(session.element(project, of(query)).name()).isEqualTo("Renamed");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "SELECT nonsense",
                    "SELECT [System.Id] FROM WorkItems WHERE [No.Such] = 1",
                    "SELECT [System.Id] FROM WorkItems WHERE [System.IterationPath] = @CurrentIteration",
                    "SELECT [System.Id] FROM WorkItems WHERE [System.AreaPath] UNDER 'Apollo\\Gone'"
                })
        void tellsAQueryThatIsNotUnderstoodAnyMoreFromOneThatIsGone(String wiql) {
            SimQuery query = query(wiql);
            assertFailure(() -> ids(of(query))).isEqualTo("UNEXPECTED_ANSWER.QUERY_REFUSED");
            acme.deleteQuery(query);
            assertFailure(() -> ids(of(query))).isEqualTo("NOT_FOUND.ELEMENT");
            assertFailure(() -> session.element(project, of(query))).isEqualTo("NOT_FOUND.ELEMENT");
        }

        @Test
        void keepsWhatIsNoFaultOfTheQuery() {
            SimQuery query = query("SELECT [System.Id] FROM WorkItems");
            simulator.faults().on("wit/wiql").answer(400, Map.of(), "{\"message\":\"VS402335: The timeout period\"}");
            assertFailure(() -> ids(of(query))).isEqualTo("UNREACHABLE.TIMEOUT");
            simulator.faults().clear();
            simulator.faults().on("wit/wiql").answer(400, Map.of(), "{\"message\":\"VS402337: too many\"}");
            assertFailure(() -> ids(of(query))).isEqualTo("UNEXPECTED_ANSWER.TOO_MANY_RESULTS");
        }

        @Test
        void doesNotTakeAFolderForAQuery() {
            SimQuery folder = acme.addQueryFolder(apollo.sharedQueries(), "Folder");
            assertFailure(() -> session.element(project, of(folder))).isEqualTo("NOT_FOUND.ELEMENT");
            assertThat(Set.of("UNEXPECTED_ANSWER.QUERY_REFUSED", "NOT_FOUND.ELEMENT"))
                    .contains(org.assertj.core.api.Assertions.catchThrowableOfType(
                                    tallyfold.provider.ProviderException.class, () -> ids(of(folder)))
                            .failure()
                            .code());
        }
    }
}
