package tallyfold.sync.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import simulator.azuredevops.AzureDevOpsSimulator;
import simulator.azuredevops.DemoContent;
import simulator.azuredevops.Fields;
import simulator.azuredevops.Organization;
import simulator.azuredevops.RandomChanges;
import simulator.azuredevops.SimItem;
import simulator.azuredevops.SimProject;
import simulator.azuredevops.SimState;
import simulator.azuredevops.SimulatorOptions;
import tallyfold.azuredevops.SimulatedProvider;
import tallyfold.kernel.Secret;
import tallyfold.progress.BurnUp;
import tallyfold.progress.FigureRebuild;
import tallyfold.progress.KeptFigures;
import tallyfold.progress.LinkIterations;
import tallyfold.progress.ProgressService;
import tallyfold.progress.ProgressWorld;
import tallyfold.progress.ProjectFigures;
import tallyfold.progress.ProjectSchedule;
import tallyfold.progress.SimulatorFigures;
import tallyfold.project.Link;
import tallyfold.provider.ConnectionSettings;
import tallyfold.provider.Element;
import tallyfold.provider.EndpointKind;
import tallyfold.provider.Provider;
import tallyfold.provider.ProviderSession;
import tallyfold.support.Databases;
import tallyfold.support.MutableClock;

/** Every figure of projects of every process, held against the simulator's own state, after the first load and 500 changes. */
@ParameterizedClass
@EnumSource(Databases.Kind.class)
class ProgressTruthTest {

    private static final int ROUNDS = 10;
    private static final int CHANGES_A_ROUND = 50;

    private final MutableClock clock = new MutableClock();
    private final AzureDevOpsSimulator simulator =
            AzureDevOpsSimulator.start(SimulatorOptions.defaults().withClock(clock));
    private final Organization organization;
    private final Databases database;
    private final EngineWorld engine;
    private final ProgressWorld progress;
    private final ProgressService service;
    private final Map<SimProject, Link> links = new LinkedHashMap<>();

    ProgressTruthTest(Databases.Kind kind) {
        DemoContent.fabrikam(simulator);
        organization = simulator.organization(DemoContent.FABRIKAM);
        database = Databases.fresh(kind);
        Provider provider = SimulatedProvider.at(simulator, clock);
        String token =
                DemoContent.tokens(simulator, DemoContent.FABRIKAM).working().text();
        engine = new EngineWorld(database, () -> open(provider, token), clock).start();
        progress = new ProgressWorld(database, clock);
        service = progress.service();
    }

    private static ProviderSession open(Provider provider, String token) {
        try (Secret secret = Secret.of(token)) {
            return provider.open(
                    new ConnectionSettings(DemoContent.FABRIKAM, EndpointKind.SIMULATOR, null, "anna"), secret);
        }
    }

    @AfterEach
    void close() {
        progress.close();
        engine.close();
        database.close();
        simulator.close();
    }

    @Test
    void equalsTheSourceAfterTheFirstLoadAndAfterManyChanges() {
        linkOneOfEachProcess();
        engine.work();
        LocalDate loaded = today();
        compare("at first", loaded);

        RandomChanges changes = new RandomChanges(organization, 815);
        for (int round = 1; round <= ROUNDS; round++) {
            changes.make(CHANGES_A_ROUND);
            clock.advance(Duration.ofSeconds(1));
            int turn = round;
            links.keySet().forEach(project -> turnStates(project, turn));
            clock.advance(Duration.ofHours(7));
            links.values().forEach(engine::enqueue);
            engine.work();
        }
        links.values().forEach(engine::compare);
        compare("after " + ROUNDS * CHANGES_A_ROUND + " changes", loaded);

        var kept = KeptFigures.of(database.jdbc());
        assertThat(progress.get(FigureRebuild.class).run()).isEqualTo(links.size());
        assertThat(KeptFigures.of(database.jdbc())).isEqualTo(kept);
        compare("rebuilt", loaded);
    }

    private void linkOneOfEachProcess() {
        for (SimProject project : organization.projects()) {
            boolean first = links.keySet().stream()
                    .noneMatch(other ->
                            other.process().name().equals(project.process().name()));
            if (first && !organization.items(project.id()).isEmpty()) {
                links.put(
                        project,
                        engine.link(
                                engine.project(project.name()), project.id().toString(), true, Element.WHOLE_PROJECT));
            }
        }
        assertThat(links.keySet().stream().map(project -> project.process().name()))
                .containsExactlyInAnyOrder("Agile", "Scrum", "Basic", "CMMI", "Fabrikam Agile");
    }

    /** Has some items of what is going on pass through their states, back and forth, from day to day. */
    private void turnStates(SimProject project, int turn) {
        SimulatorFigures now = new SimulatorFigures(organization, project, today());
        List<SimItem> some = now.underWay().limit(4).toList();
        for (int i = 0; i < some.size(); i++) {
            SimItem item = some.get(i);
            List<SimState> states = project.process().type(item.type()).states();
            String next = states.get((turn * (i + 1)) % states.size()).name();
            organization.update(item.id(), Map.of(Fields.STATE, next));
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private void compare(String when, LocalDate loaded) {
        links.forEach((project, link) -> {
            String as = project.name() + ", " + project.process().name() + ", " + when;
            SimulatorFigures truth = new SimulatorFigures(organization, project, today());
            figures(as, link, truth);
            iterations(as, link, truth);
            people(as, link, truth);
            schedule(as, link, truth, loaded);
        });
    }

    private void figures(String as, Link link, SimulatorFigures truth) {
        ProjectFigures figures = service.figures(link.project());
        assertThat(figures.total()).as(as).isEqualTo(truth.share());
        assertThat(figures.total().items()).as(as).isPositive();
        assertThat(figures.links().getFirst().share()).as(as).isEqualTo(truth.share());
        assertThat(figures.countedTypes()).as(as).containsExactly(truth.countedType());
        assertThat(figures.all()).as(as).isEqualTo(truth.all());
        assertThat(figures.late()).as(as).isEqualTo(truth.late());
        assertThat(figures.schedule()).as(as).isEqualTo(truth.schedule());
    }

    private void iterations(String as, Link link, SimulatorFigures truth) {
        LinkIterations tree = service.iterations(link.project()).getFirst();
        assertThat(tree.rows().stream()
                        .map(row -> SimulatorFigures.line(
                                row.path(),
                                row.start(),
                                row.finish(),
                                row.own(),
                                row.withBelow(),
                                row.items(),
                                row.itemsWithBelow()))
                        .toList())
                .as(as)
                .containsExactlyInAnyOrderElementsOf(truth.iterations());
        assertThat(tree.unknownItems()).as(as).isZero();
    }

    private void people(String as, Link link, SimulatorFigures truth) {
        assertThat(service.people(link.project()).stream()
                        .map(row -> SimulatorFigures.line(
                                row.name(),
                                row.inProgress(),
                                row.completed(),
                                row.notStarted(),
                                row.thisWeek(),
                                row.late()))
                        .toList())
                .as(as)
                .containsExactlyInAnyOrderElementsOf(truth.people());
    }

    private void schedule(String as, Link link, SimulatorFigures truth, LocalDate loaded) {
        ProjectSchedule schedule = service.schedule(link.project());
        assertThat(schedule.current()).as(as).isNotEmpty();
        assertThat(schedule.dated()).as(as).isNotEmpty();
        assertThat(schedule.backlog().stream()
                        .map(row -> SimulatorFigures.line(
                                row.type(), row.open(), row.all(), row.withoutEstimate(), row.withoutIteration()))
                        .toList())
                .as(as)
                .containsExactlyInAnyOrderElementsOf(truth.backlog());
        assertThat(schedule.current().stream()
                        .map(row -> SimulatorFigures.line(row.path(), row.share(), row.late()))
                        .toList())
                .as(as)
                .containsExactlyInAnyOrderElementsOf(truth.current());
        assertThat(schedule.dated().stream()
                        .map(row ->
                                SimulatorFigures.line(row.key().id(), row.title(), row.share(), row.start(), row.due()))
                        .toList())
                .as(as)
                .containsExactlyInAnyOrderElementsOf(truth.dated());
        for (ProjectSchedule.CurrentIteration current : schedule.current()) {
            BurnUp burnUp =
                    service.burnUp(link.project(), link.id(), current.path()).orElseThrow();
            assertThat(burnUp.scope()).as(as).isEqualTo(current.share().items());
            // Of days before the first load only what the items themselves say is known.
            burnUp.days().stream()
                    .filter(day -> !day.day().isBefore(loaded))
                    .forEach(day -> assertThat(day).as(as).isEqualTo(truth.burnedUp(current.path(), day.day())));
        }
    }
}
