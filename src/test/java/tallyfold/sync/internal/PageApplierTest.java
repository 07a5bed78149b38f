package tallyfold.sync.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tallyfold.project.Link;
import tallyfold.provider.RemotePerson;
import tallyfold.provider.RemoteWorkItem;
import tallyfold.provider.SessionCost;
import tallyfold.provider.StateCategory;
import tallyfold.support.Databases;
import tallyfold.sync.SyncRun;
import tallyfold.sync.SyncRunStatus;
import tallyfold.sync.SyncTrigger;
import tallyfold.sync.SyncWarning;
import tallyfold.workitem.ReadWorkItem;

@ParameterizedClass
@EnumSource(Databases.Kind.class)
class PageApplierTest {

    /** Makes the last statement of a page's transaction impossible, after everything else was written. */
    private static final SessionCost IMPOSSIBLE = new SessionCost(1, Duration.ofSeconds(Long.MAX_VALUE));

    private final Databases database;
    private final EngineWorld world;
    private PageApplier applier;
    private Link link;
    private Lease lease;

    @SuppressWarnings("NullAway") // set before each test
    PageApplierTest(Databases.Kind kind) {
        database = Databases.fresh(kind);
        world = new EngineWorld(database, new FakeOrganization()).start();
    }

    @BeforeEach
    void begin() {
        applier = world.get(PageApplier.class);
        link = world.link("Shop");
        lease = applier.begin(world.latest(link), link).orElseThrow();
    }

    @AfterEach
    void close() {
        world.close();
        database.close();
    }

    private static ReadPage page(int index, RemoteWorkItem... items) {
        long last = items[items.length - 1].id();
        return new ReadPage(
                index,
                items.length,
                last,
                List.of(items).stream()
                        .map(item -> new ReadWorkItem(item, StateCategory.PROPOSED))
                        .toList(),
                List.of());
    }

    private static RemoteWorkItem item(long id, int rev, String title) {
        return FakeOrganization.item("Shop", id, rev, "New", title);
    }

    private String title(long id) {
        return world.jdbc()
                .sql("SELECT title FROM work_item WHERE remote_id = ?")
                .param(id)
                .query((rs, _) -> rs.getString(1))
                .single();
    }

    private long afterId() {
        return world.jdbc()
                .sql("SELECT after_id FROM sync_checkpoint")
                .query((rs, _) -> rs.getLong(1))
                .single();
    }

    @Test
    void neverPutsALowerRevisionOverAHigherOne() {
        applier.apply(lease, List.of(page(0, item(1, 5, "five"))), RunCounts.FREE);
        applier.apply(lease, List.of(page(1, item(1, 4, "four"))), RunCounts.FREE);

        assertThat(world.shown(link.id())).isEqualTo(Map.of(1L, 5));
        assertThat(title(1)).isEqualTo("five");
        assertThat(world.latest(link).changed()).isZero();
    }

    @Test
    void takesTheHighestOfSeveralRevisionsInOnePage() {
        applier.apply(
                lease, List.of(page(0, item(1, 2, "two"), item(1, 3, "three"), item(1, 1, "one"))), RunCounts.FREE);

        assertThat(title(1)).isEqualTo("three");
    }

    @Test
    void storesPageCheckpointAndCountsTogetherOrNotAtAll() {
        applier.apply(lease, List.of(page(0, item(1, 1, "one"))), RunCounts.FREE);

        assertThatThrownBy(() -> applier.apply(lease, List.of(page(1, item(2, 1, "two"))), IMPOSSIBLE))
                .isInstanceOf(ArithmeticException.class);

        assertThat(world.shown(link.id())).containsOnlyKeys(1L);
        assertThat(world.count("work_item")).isEqualTo(1);
        assertThat(afterId()).isEqualTo(1);
        assertThat(world.latest(link).read()).isEqualTo(1);
    }

    @Test
    void refusesAWriterWhoseRunWasTakenUpAgain() {
        Lease newer = applier.begin(world.latest(link), link).orElseThrow();

        assertThat(newer.fence()).isGreaterThan(lease.fence());
        assertThatThrownBy(() -> applier.apply(lease, List.of(page(0, item(1, 1, "one"))), RunCounts.FREE))
                .isInstanceOf(StaleLeaseException.class);
        assertThatThrownBy(() -> applier.complete(lease, 0, Gone.NOTHING, Map.of(), RunCounts.FREE))
                .isInstanceOf(StaleLeaseException.class);
        assertThatThrownBy(() -> applier.fail(lease, "INTERNAL", null, RunCounts.FREE))
                .isInstanceOf(StaleLeaseException.class);
        assertThat(world.count("work_item")).isZero();
        applier.apply(newer, List.of(page(0, item(1, 1, "one"))), RunCounts.FREE);
        assertThat(world.count("work_item")).isEqualTo(1);
    }

    @Test
    void goesOnFromTheCheckpointOfTheSameRunAndFromTheStartInANewOne() {
        applier.apply(lease, List.of(page(0, item(7, 1, "seven"))), RunCounts.FREE);
        assertThat(applier.begin(world.latest(link), link).orElseThrow().afterId())
                .isEqualTo(7);
        Lease again = applier.begin(world.latest(link), link).orElseThrow();
        applier.complete(again, 1, Gone.NOTHING, Map.of(), RunCounts.FREE);

        world.get(SyncQueue.class).enqueue(List.of(link), SyncTrigger.MANUAL, "anna");
        SyncRun next = world.get(SyncRunRepository.class).unfinished(link.id()).getFirst();

        assertThat(applier.begin(next, link).orElseThrow().afterId()).isZero();
    }

    @Test
    void doesNotBeginACancelledRun() {
        world.get(SyncQueue.class).enqueue(List.of(link), SyncTrigger.MANUAL, "anna");
        SyncRun waiting =
                world.get(SyncRunRepository.class).unfinished(link.id()).getLast();
        assertThat(world.get(SyncQueue.class).cancelWaiting(List.of(link.id()), "anna"))
                .isEqualTo(1);

        assertThat(applier.begin(waiting, link)).isEmpty();
    }

    @Test
    void storesAndNamesAnItemThatChangedWithoutARevision() {
        applier.apply(lease, List.of(page(0, item(1, 3, "before"))), RunCounts.FREE);
        applier.apply(lease, List.of(page(1, item(1, 3, "after"))), RunCounts.FREE);

        assertThat(title(1)).isEqualTo("after");
        assertThat(world.get(SyncWarningRepository.class).of(lease.run()))
                .containsExactly(new SyncWarning(1L, "ITEM_REWRITTEN", ""));
    }

    @Test
    void followsARenameWithoutAWarning() {
        applier.apply(lease, List.of(page(0, item(1, 3, "one"))), RunCounts.FREE);
        RemoteWorkItem renamed = FakeOrganization.item("Store", 1, 3, "New", "one");
        applier.apply(lease, List.of(page(1, renamed)), RunCounts.FREE);

        assertThat(world.latest(link).changed()).isEqualTo(1);
        assertThat(world.latest(link).warnings()).isZero();
        assertThat(world.jdbc()
                        .sql("SELECT area_path FROM work_item")
                        .query((rs, _) -> rs.getString(1))
                        .single())
                .isEqualTo("Store");
    }

    @Test
    void writesNothingForWhatIsUnchanged() {
        applier.apply(lease, List.of(page(0, item(1, 3, "one"))), RunCounts.FREE);
        applier.apply(lease, List.of(page(1, item(1, 3, "one"))), RunCounts.FREE);

        assertThat(world.latest(link).added()).isEqualTo(1);
        assertThat(world.latest(link).changed()).isZero();
    }

    @Test
    void storesWhatNoDatabaseExpects() {
        String odd = "a\0b\uD800c" + "😀".repeat(3_000);
        RemoteWorkItem plain = item(1, 1, odd);
        RemoteWorkItem item = new RemoteWorkItem(
                1,
                1,
                odd,
                odd,
                odd,
                odd,
                new RemotePerson(odd, odd, odd, true),
                odd,
                odd,
                Long.MAX_VALUE,
                Double.MAX_VALUE,
                Integer.MIN_VALUE,
                -0.0,
                Double.MIN_VALUE,
                null,
                null,
                Instant.parse("9999-12-31T23:59:59.999999999Z"),
                Instant.parse("0001-01-01T00:00:00Z"),
                null,
                List.of(odd, odd),
                plain.created(),
                plain.changed(),
                null,
                null,
                null,
                null,
                null,
                Map.of(),
                List.of(odd));

        applier.apply(lease, List.of(page(0, item), page(1, item(2, 1, "two"))), RunCounts.FREE);

        assertThat(world.shown(link.id())).containsOnlyKeys(1L, 2L);
        assertThat(title(1)).startsWith("a\uFFFDb\uFFFDc😀").hasSizeLessThanOrEqualTo(1024);
        assertThat(world.latest(link).warnings()).isZero();
    }

    @Test
    void marksTheFirstLoadAndEndsTheRun() {
        applier.complete(lease, 0, Gone.NOTHING, Map.of(), RunCounts.FREE);

        assertThat(world.latest(link).status()).isEqualTo(SyncRunStatus.SUCCEEDED);
        assertThat(world.latest(link).finished()).isNotNull();
    }
}
