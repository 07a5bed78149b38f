package tallyfold.progress.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.github.kagkarlsson.scheduler.task.Task;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tallyfold.connection.ConnectionId;
import tallyfold.progress.KeptFigures;
import tallyfold.progress.ProgressWorld;
import tallyfold.progress.ProjectFigures;
import tallyfold.project.LinkId;
import tallyfold.project.ProjectId;
import tallyfold.provider.RemoteProject;
import tallyfold.provider.RemoteProjectId;
import tallyfold.provider.RemoteStructure;
import tallyfold.support.Databases;
import tallyfold.support.MutableClock;
import tallyfold.sync.SyncRun;
import tallyfold.sync.SyncRunFinished;
import tallyfold.workitem.WorkItemSeed;
import tallyfold.workitem.internal.StructureWriteRepository;

@ParameterizedClass
@EnumSource(Databases.Kind.class)
class TallyRefresherTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    private final Databases database;
    private final MutableClock clock = new MutableClock(Instant.parse("2026-11-25T09:00:00Z"));
    private final ProgressWorld world;
    private final WorkItemSeed seed;
    private final ConnectionId connection = new ConnectionId(UUID.randomUUID());
    private final ProjectId shop;
    private final LinkId link;

    TallyRefresherTest(Databases.Kind kind) {
        database = Databases.fresh(kind);
        world = new ProgressWorld(database, clock);
        seed = new WorkItemSeed(database.jdbc());
        shop = seed.project("Shop");
        link = seed.link(shop, connection, "Shop", "Agile");
        seed.item(link, connection, 1, item -> item.due = TODAY.minusDays(1));
    }

    @AfterEach
    void close() {
        world.close();
        database.close();
    }

    /** As lists show it: nothing is looked through. */
    private ProjectFigures kept() {
        return world.service().figures(List.of(shop)).getOrDefault(shop, FigureReader.none(shop));
    }

    private void tick() {
        assertThat(world.get(Task.class).getName()).isEqualTo("progress-tallies");
        world.get(TallyRefresher.class).refreshAll();
    }

    @Test
    void listsLookAtNoItem() {
        assertThat(kept().asOf()).isNull();
        assertThat(kept().total().items()).isEqualTo(1);
        assertThat(kept().late()).isZero();
    }

    @Test
    void aRunThatEndedLeavesListsUpToDateSoon() throws InterruptedException {
        SyncRun run = mock(SyncRun.class);
        when(run.project()).thenReturn(shop);

        world.publish(new SyncRunFinished(run));
        assertThat(kept().asOf()).as("not on the thread that tells of it").isNull();

        for (int i = 0; kept().asOf() == null && i < 200; i++) {
            Thread.sleep(50);
        }
        assertThat(kept().asOf()).isEqualTo(clock.instant());
        assertThat(kept().late()).isEqualTo(1);
    }

    @Test
    void theTickFindsWhatNobodyToldAndWhatIsOfYesterday() {
        tick();
        assertThat(kept().late()).isEqualTo(1);
        seed.item(link, connection, 2, item -> item.due = TODAY);
        clock.advance(Duration.ofDays(1));

        tick();

        assertThat(kept().late()).isEqualTo(2);
        assertThat(kept().day()).isEqualTo(TODAY.plusDays(1));
        assertThat(kept().trend()).isNotNull();
    }

    @Test
    void whatHoldsIsNotMadeAgain() {
        world.service().figures(shop);
        clock.advance(Duration.ofHours(1));

        world.service().people(shop);
        world.service().schedule(shop);

        assertThat(kept().asOf()).isEqualTo(Instant.parse("2026-11-25T09:00:00Z"));
    }

    @Test
    void anIterationThatIsMovedMovesDeadlines() {
        seed.item(link, connection, 2, item -> item.iteration = "Shop\\S1");
        store(TODAY.plusDays(3));
        assertThat(world.service().figures(shop).late()).isEqualTo(1);

        store(TODAY.minusDays(3));

        assertThat(world.service().figures(shop).late()).isEqualTo(2);
    }

    private void store(LocalDate finish) {
        RemoteProject remote = new RemoteProject(new RemoteProjectId("shop"), "Shop", "", null, null, null);
        RemoteStructure structure = new RemoteStructure(
                remote,
                new RemoteStructure.WorkProcess("agile", "Agile", "Agile"),
                List.of(),
                List.of(),
                List.of(new RemoteStructure.Iteration("1", "Shop\\S1", "S1", null, finish)),
                List.of());
        database.transaction()
                .executeWithoutResult(
                        _ -> world.get(StructureWriteRepository.class).store(link, structure));
    }

    @Test
    void manyReadersAtOnceSeeTheSame() throws Exception {
        List<Callable<Long>> readers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            readers.add(() -> world.service().figures(shop).late());
        }
        try (var pool = Executors.newFixedThreadPool(8)) {
            for (Future<Long> read : pool.invokeAll(readers)) {
                assertThat(read.get()).isEqualTo(1);
            }
        }
    }

    @Test
    void nothingIsLeftOfAProjectThatIsGone() {
        world.service().figures(shop);
        assertThat(KeptFigures.of(database.jdbc())).hasSizeGreaterThan(4);
        for (String table : List.of("link_item", "item_count", "item_version", "link")) {
            database.jdbc().sql("DELETE FROM " + table).update();
        }
        database.jdbc().sql("DELETE FROM project").update();

        assertThat(KeptFigures.of(database.jdbc())).isEmpty();
        world.get(TallyRefresher.class).refresh(shop);
        assertThat(KeptFigures.of(database.jdbc())).isEmpty();
    }
}
