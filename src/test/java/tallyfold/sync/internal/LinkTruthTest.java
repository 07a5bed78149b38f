package tallyfold.sync.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import simulator.azuredevops.AzureDevOpsSimulator;
import simulator.azuredevops.DemoContent;
import simulator.azuredevops.Organization;
import simulator.azuredevops.RandomChanges;
import simulator.azuredevops.Selections;
import simulator.azuredevops.SimItem;
import simulator.azuredevops.SimNode;
import simulator.azuredevops.SimProject;
import simulator.azuredevops.SimQuery;
import simulator.azuredevops.SimTeam;
import simulator.azuredevops.SimulatorOptions;
import tallyfold.azuredevops.SimulatedProvider;
import tallyfold.kernel.Secret;
import tallyfold.project.Link;
import tallyfold.provider.ConnectionSettings;
import tallyfold.provider.Element;
import tallyfold.provider.ElementKind;
import tallyfold.provider.EndpointKind;
import tallyfold.provider.Provider;
import tallyfold.provider.ProviderSession;
import tallyfold.support.Databases;
import tallyfold.sync.SyncRunStatus;
import tallyfold.sync.SyncTrigger;

/** What is stored of links of every kind, through the real adapter, held against the simulator's own evaluation. */
@ParameterizedClass
@EnumSource(Databases.Kind.class)
class LinkTruthTest {

    private static final int CHANGES = 200;
    private static final int ROUNDS = 10;
    private static final int CHANGES_A_ROUND = 50;

    private final AzureDevOpsSimulator simulator = AzureDevOpsSimulator.start(SimulatorOptions.defaults());
    private final Organization organization;
    private final SimProject clinic;
    private final Databases database;
    private final EngineWorld world;
    private final Map<Link, Supplier<Map<Long, Integer>>> links = new LinkedHashMap<>();

    LinkTruthTest(Databases.Kind kind) {
        DemoContent.fabrikam(simulator);
        organization = simulator.organization(DemoContent.FABRIKAM);
        clinic = organization.project("Clinic Scheduling");
        database = Databases.fresh(kind);
        Provider provider = SimulatedProvider.at(simulator);
        String token =
                DemoContent.tokens(simulator, DemoContent.FABRIKAM).working().text();
        world = new EngineWorld(database, () -> open(provider, token), Clock.systemUTC()).start();
    }

    private static ProviderSession open(Provider provider, String token) {
        try (Secret secret = Secret.of(token)) {
            return provider.open(
                    new ConnectionSettings(DemoContent.FABRIKAM, EndpointKind.SIMULATOR, null, "anna"), secret);
        }
    }

    @AfterEach
    void close() {
        world.close();
        database.close();
        simulator.close();
    }

    @Test
    void storesExactlyWhatEachKindCoversBeforeAndAfterManyChanges() {
        linkEveryKind();
        world.work();
        compare("at first");

        new RandomChanges(organization, 20_261_125).make(CHANGES);
        links.keySet().forEach(world::enqueue);
        world.work();
        compare("after " + CHANGES + " changes");
    }

    @Test
    void followsEachKindThroughManyRoundsOfChanges() {
        linkEveryKind();
        world.work();
        RandomChanges changes = new RandomChanges(organization, 4_711);
        for (int round = 1; round <= ROUNDS; round++) {
            changes.make(CHANGES_A_ROUND);
            SyncTrigger trigger = round % 2 == 0 ? SyncTrigger.MANUAL : SyncTrigger.SCHEDULE;
            links.keySet().forEach(link -> world.enqueue(link, trigger));
            world.work();
            compare("after round " + round);
        }
        links.keySet().stream()
                .filter(link -> link.elements().stream()
                        .noneMatch(each -> each.element().kind() == ElementKind.QUERY))
                .forEach(link -> world.enqueue(link, SyncTrigger.SCHEDULE));
        simulator.requests().clear();
        world.work();
        compare("when nothing changed");
        assertThat(simulator.requests().count()).isEqualTo(2);
    }

    private void linkEveryKind() {
        Selections truth = new Selections(organization);
        SimTeam team = clinic.teams().getLast();
        SimNode area = clinic.areaRoot().children().getFirst();
        SimNode lonely = clinic.areaRoot().children().get(1);
        SimNode release = clinic.iterationRoot().children().getFirst();
        SimItem epic = organization.items(clinic.id()).stream()
                .filter(item -> item.type().equals("Epic"))
                .findFirst()
                .orElseThrow();
        link("whole", () -> truth.wholeProject(clinic), Element.WHOLE_PROJECT);
        link("team", () -> truth.team(team), of(team));
        link("area", () -> truth.area(area, true), of(area, true));
        link("area without what is below", () -> truth.area(area, false), of(area, false));
        link("iteration", () -> truth.iteration(release, true), of(release, true));
        link("epic", () -> truth.subtree(epic.id()), of(epic));
        queries(clinic.sharedQueries())
                .forEach(query -> link("query " + query.name(), () -> truth.query(clinic, query), of(query)));
        link(
                "three kinds",
                () -> union(truth.team(team), truth.area(lonely, true), truth.subtree(epic.id())),
                of(team),
                of(lonely, true),
                of(epic));
    }

    private void link(String name, Supplier<Map<Long, Integer>> truth, Element... elements) {
        links.put(world.link(world.project(name), clinic.id().toString(), true, elements), truth);
    }

    private void compare(String when) {
        links.forEach((link, truth) -> {
            Link stored = world.stored(link);
            assertThat(world.latest(link).status())
                    .as("%s, %s", stored.elements(), when)
                    .isIn(SyncRunStatus.SUCCEEDED, SyncRunStatus.FINISHED_WITH_WARNINGS);
            assertThat(world.shown(link.id()))
                    .as("%s, %s", stored.elements(), when)
                    .isEqualTo(truth.get());
        });
        assertThat(links.values().stream().filter(each -> !each.get().isEmpty()))
                .hasSizeGreaterThan(8);
        compareParents(when);
    }

    private void compareParents(String when) {
        Map<Long, Long> stored = new TreeMap<>();
        world.jdbc()
                .sql("SELECT DISTINCT w.remote_id, COALESCE(w.parent_id, 0) FROM work_item w"
                        + " JOIN link_item l ON l.connection_id = w.connection_id AND l.remote_id = w.remote_id"
                        + " WHERE l.removed_at IS NULL")
                .query(rs -> {
                    stored.put(rs.getLong(1), rs.getLong(2));
                });
        Map<Long, Long> truth = new TreeMap<>();
        stored.keySet().forEach(id -> truth.put(id, organization.item(id).parent()));
        assertThat(stored).as("parents, %s", when).isEqualTo(truth);
    }

    private static Element of(SimTeam team) {
        return Element.of(ElementKind.TEAM, team.id().toString());
    }

    private static Element of(SimNode node, boolean below) {
        return new Element(
                node.iteration() ? ElementKind.ITERATION : ElementKind.AREA, Integer.toString(node.id()), below);
    }

    private static Element of(SimItem item) {
        return Element.of(ElementKind.WORK_ITEM, Long.toString(item.id()));
    }

    private static Element of(SimQuery query) {
        return Element.of(ElementKind.QUERY, query.id().toString());
    }

    private static List<SimQuery> queries(SimQuery folder) {
        List<SimQuery> all = new ArrayList<>();
        folder.children().forEach(child -> all.addAll(child.folder() ? queries(child) : List.of(child)));
        return all;
    }

    @SafeVarargs
    private static Map<Long, Integer> union(Map<Long, Integer>... parts) {
        Map<Long, Integer> all = new TreeMap<>();
        for (Map<Long, Integer> part : parts) {
            all.putAll(part);
        }
        return all;
    }
}
