package tallyfold.sync.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import simulator.azuredevops.AzureDevOpsSimulator;
import simulator.azuredevops.Fields;
import simulator.azuredevops.LoadContent;
import simulator.azuredevops.Manners;
import simulator.azuredevops.Organization;
import simulator.azuredevops.SimItem;
import simulator.azuredevops.SimProject;
import simulator.azuredevops.SimulatorOptions;
import simulator.azuredevops.SystemProcesses;
import simulator.azuredevops.TokenSpec;
import tallyfold.azuredevops.SimulatedProvider;
import tallyfold.azuredevops.http.OrganizationPatience;
import tallyfold.connection.FailureWords;
import tallyfold.connection.internal.PausesOnDatabase;
import tallyfold.kernel.Secret;
import tallyfold.project.Link;
import tallyfold.project.LinkId;
import tallyfold.provider.ConnectionSettings;
import tallyfold.provider.EndpointKind;
import tallyfold.provider.PauseLedger;
import tallyfold.provider.Provider;
import tallyfold.provider.ProviderSession;
import tallyfold.support.Databases;
import tallyfold.support.MutableClock;
import tallyfold.sync.SyncRun;
import tallyfold.sync.SyncRunStatus;
import tallyfold.sync.SyncTrigger;
import tallyfold.sync.SyncWarningWords;

/**
 * The engine and the real adapter against a simulator that misbehaves, on one clock that waits move on. Holds what is stored
 * against the truth, and the manners against what was asked for.
 */
final class FaultyWorld implements AutoCloseable {

    private static final String NAME = "faulty";

    /** What a test does about a page or a request of the load. */
    static final int ITEMS = 450;

    final MutableClock clock = new MutableClock();
    final AzureDevOpsSimulator simulator =
            AzureDevOpsSimulator.start(SimulatorOptions.defaults().withClock(clock));
    final Organization organization = LoadContent.fill(simulator, NAME, 2 * ITEMS, 2);
    private final Databases database;
    private final Duration off;
    private final PauseLedger pauses;
    private OrganizationPatience patience;
    EngineWorld engine;
    private final Map<Link, SimProject> links = new HashMap<>();
    private final Map<LinkId, Map<Long, Integer>> before = new HashMap<>();
    private volatile String token = organization.tokens().getFirst().text();
    private int number;

    FaultyWorld(Databases.Kind kind) {
        this(Databases.fresh(kind), Duration.ZERO);
    }

    /** On a machine whose clock is off by so much. */
    FaultyWorld(Databases database, Duration off) {
        this.database = database;
        this.off = off;
        pauses = PausesOnDatabase.of(database, clock);
        patience = SimulatedProvider.patience(clock, pauses);
        engine = process(patience);
    }

    private EngineWorld process(OrganizationPatience manners) {
        Provider provider = SimulatedProvider.at(simulator, clock, manners);
        return new EngineWorld(database, () -> open(provider), Clock.offset(clock, off)).start();
    }

    /** Another process, which knows nothing but what is stored. The one before has ended. */
    void restart() {
        engine.close();
        patience = SimulatedProvider.patience(clock, pauses);
        engine = process(patience);
    }

    /** Pauses are kept by a thread of its own. */
    void awaitKeptPause() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (engine.count("organization_pause") == 0) {
            assertThat(System.nanoTime()).as("pause kept").isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }

    private ProviderSession open(Provider provider) {
        try (Secret secret = Secret.of(token)) {
            return provider.open(new ConnectionSettings(NAME, EndpointKind.SIMULATOR, null, "anna"), secret);
        }
    }

    /** From now on sessions are opened with another token. */
    void token(TokenSpec spec) {
        token = organization.issueToken(spec).text();
    }

    /**
     * Another organization takes the name, with projects and items of the same names and numbers but higher revisions, and a
     * token that is good for both. The truth stays what it was.
     */
    void anotherOrganizationTakesTheName() {
        simulator.removeOrganization(NAME);
        Organization other = LoadContent.fill(simulator, NAME, 2 * ITEMS, 2);
        other.items().forEach(item -> {
            for (int i = 0; i < 5; i++) {
                other.update(item.id(), Map.of(Fields.TITLE, "Of another organization " + i));
            }
        });
        token = other.tokens().getFirst().text();
    }

    /** Has one of the projects that are there from the start wait for its first run. */
    Link link(int project) {
        SimProject wanted = organization.project("Load " + project);
        return linked(engine.link(wanted.id().toString()), wanted);
    }

    /** Makes a project with items of its own and has it wait for its first run. */
    Link linkNew(int items) {
        SimProject made = organization.addProject("Made " + ++number, SystemProcesses.AGILE);
        for (int i = 0; i < items; i++) {
            organization.createItem(made.id(), "User Story", Map.of(Fields.TITLE, "Made item " + i));
        }
        return linked(engine.link(made.id().toString()), made);
    }

    private Link linked(Link link, SimProject project) {
        links.put(link, project);
        return link;
    }

    SimProject source(Link link) {
        SimProject project = links.get(link);
        if (project == null) {
            throw new AssertionError("Not linked here");
        }
        return project;
    }

    Map<Long, Integer> truth(Link link) {
        Map<Long, Integer> truth = new TreeMap<>();
        organization.items(source(link).id()).stream()
                .filter(item -> !item.deleted() && !item.destroyed())
                .forEach(item -> truth.put(item.id(), item.rev()));
        return truth;
    }

    /** Gives that many items of a project another title. */
    void change(Link link, int items) {
        number++;
        truth(link).keySet().stream()
                .limit(items)
                .forEach(id -> organization.update(id, Map.of(Fields.TITLE, "Title " + number)));
    }

    /** Lets time pass until nobody has to wait any more, and syncs as the schedule does. */
    SyncRun sync(Link link) {
        clock.advance(Manners.LONGEST_WAIT);
        engine.enqueue(link, SyncTrigger.SCHEDULE);
        return work(link);
    }

    /** Works off what waits. */
    SyncRun work(Link link) {
        clock.advance(Duration.ofSeconds(1));
        engine.work();
        assertHonest(link);
        return engine.latest(link);
    }

    /** Good behaviour again: the next run ends well and equals the truth. */
    void assertRecovers(Link link) {
        simulator.faults().clear();
        awaitIdle();
        SyncRun run = sync(link);
        assertThat(run.status())
                .as("recovered, %s", run.failureCode())
                .isIn(SyncRunStatus.SUCCEEDED, SyncRunStatus.FINISHED_WITH_WARNINGS);
        assertThat(engine.shown(link.id())).isEqualTo(truth(link));
        assertMannerly();
    }

    /** A request that went unanswered beside the one that ended the run counts as a failure when it ends, at that time. */
    private void awaitIdle() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (patience.allowances().stream().anyMatch(of -> of.inFlight() > 0)) {
            assertThat(System.nanoTime()).as("requests left over by the run").isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }

    /** Whatever happened: nothing invented, nothing newer replaced, no gap behind the checkpoint, and the end explained. */
    void assertHonest(Link link) {
        Map<Long, Integer> shown = engine.shown(link.id());
        Map<Long, Integer> earlier = before.getOrDefault(link.id(), Map.of());
        shown.forEach((id, rev) -> {
            SimItem item = organization.item(id);
            assertThat(rev).as("revision of %s", id).isBetween(earlier.getOrDefault(id, 1), item.rev());
        });
        before.put(link.id(), shown);
        assertExplained(engine.latest(link));
        assertNoGap(link, shown);
    }

    private void assertExplained(SyncRun run) {
        assertThat(run.status()).isNotIn(SyncRunStatus.RUNNING, SyncRunStatus.INTERRUPTED);
        if (run.status() == SyncRunStatus.FAILED) {
            assertThat(run.failureCode()).isNotNull().isNotEqualTo("INTERNAL");
            var words = FailureWords.of(String.valueOf(run.failureCode()), String.valueOf(run.failureDetail()));
            assertThat(words.what()).isNotBlank();
            assertThat(words.next()).isNotBlank();
        }
        var warnings = engine.get(SyncWarningRepository.class).of(run.id());
        assertThat(run.status() == SyncRunStatus.FINISHED_WITH_WARNINGS && warnings.isEmpty())
                .as("warnings without a name")
                .isFalse();
        assertThat(warnings)
                .allSatisfy(warning -> assertThat(SyncWarningWords.of(warning)).isNotBlank());
    }

    /** Every item up to the place of the checkpoint is stored, or counted by the run as not delivered. */
    private void assertNoGap(Link link, Map<Long, Integer> shown) {
        SyncRun run = engine.latest(link);
        long afterId = engine.jdbc()
                .sql("SELECT COALESCE(MAX(after_id), 0) FROM sync_checkpoint WHERE link_id = ? AND run_id = ?")
                .param(link.id().value())
                .param(run.id().value())
                .query((rs, _) -> rs.getLong(1))
                .single();
        assertThat(truth(link).keySet().stream()
                        .filter(id -> id <= afterId && !shown.containsKey(id))
                        .count())
                .as("missing up to the checkpoint")
                .isLessThanOrEqualTo(run.warnings());
    }

    void assertMannerly() {
        assertThat(simulator.manners().tooEarly()).isEmpty();
        assertThat(simulator.manners().mostUnderWay()).isBetween(1, 8);
    }

    @Override
    public void close() {
        engine.close();
        database.close();
        simulator.close();
    }
}
