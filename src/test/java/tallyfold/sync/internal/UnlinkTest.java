package tallyfold.sync.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.transaction.support.TransactionTemplate;
import tallyfold.connection.ConnectionDeleting;
import tallyfold.connection.ConnectionUsage;
import tallyfold.connection.DeletionMode;
import tallyfold.kernel.PageQuery;
import tallyfold.project.Link;
import tallyfold.project.ProjectId;
import tallyfold.project.UnlinkMode;
import tallyfold.project.internal.Unlinking;
import tallyfold.provider.Element;
import tallyfold.provider.ElementKind;
import tallyfold.provider.RemotePerson;
import tallyfold.support.Databases;
import tallyfold.support.MutableClock;
import tallyfold.sync.SyncRunStatus;
import tallyfold.sync.SyncTrigger;
import tallyfold.workitem.WorkItemFilter;
import tallyfold.workitem.WorkItemKey;
import tallyfold.workitem.WorkItemReadings;
import tallyfold.workitem.WorkItemRow;
import tallyfold.workitem.WorkItemService;

/** What becomes of items when links go: kept as a copy, removed, or erased with their connection. */
@ParameterizedClass
@EnumSource(Databases.Kind.class)
class UnlinkTest {

    /** Everything that knows a link, directly or not. */
    private static final List<String> TABLES = List.of(
            "link",
            "link_element",
            "link_item",
            "work_item",
            "state_change",
            "work_item_type",
            "work_item_state",
            "area",
            "iteration",
            "team",
            "team_member",
            "sync_run",
            "sync_warning",
            "sync_checkpoint",
            "change_feed",
            "feed_project",
            "fed_link");

    private final FakeOrganization organization = new FakeOrganization();
    private final Databases database;
    private final EngineWorld world;
    private final WorkItemService readings;
    private Element red;

    @SuppressWarnings("NullAway") // set before each test
    UnlinkTest(Databases.Kind kind) {
        database = Databases.fresh(kind);
        world = new EngineWorld(database, organization).start();
        readings = WorkItemReadings.service(database.jdbc(), new MutableClock());
    }

    @BeforeEach
    void fill() {
        organization.project("Shop", 100, 1, 1);
        organization.members.put("red", List.of(new RemotePerson("ann", "Ann", null, true)));
        red = team("red", 1, 20);
    }

    @AfterEach
    void close() {
        world.close();
        database.close();
    }

    private Element team(String key, long from, long to) {
        return organization.element(
                ElementKind.TEAM, key, LongStream.rangeClosed(from, to).boxed().toArray(Long[]::new));
    }

    private boolean unlink(Link link, UnlinkMode mode) {
        return world.get(Unlinking.class).unlink(link.id(), mode);
    }

    private void delete(DeletionMode mode) {
        world.get(TransactionTemplate.class)
                .executeWithoutResult(_ -> world.publish(new ConnectionDeleting(EngineWorld.CONNECTION, mode)));
    }

    private ConnectionUsage.Usage usage() {
        return world.all(ConnectionUsage.class).stream()
                .map(one -> one.usage(List.of(EngineWorld.CONNECTION))
                        .getOrDefault(EngineWorld.CONNECTION, ConnectionUsage.Usage.NONE))
                .reduce(ConnectionUsage.Usage.NONE, ConnectionUsage.Usage::plus);
    }

    private Map<String, Long> rows() {
        Map<String, Long> rows = new TreeMap<>();
        TABLES.forEach(table -> rows.put(table, world.count(table)));
        return rows;
    }

    private List<WorkItemRow> list(ProjectId project) {
        return readings.rows(project, WorkItemFilter.NONE, PageQuery.first(200));
    }

    /** Number and state of each item, by number. */
    private List<String> states(ProjectId project) {
        return readings.rows(project, WorkItemFilter.NONE, PageQuery.first(200)).stream()
                .map(row -> row.key().id() + " " + row.state())
                .toList();
    }

    @Nested
    class Keeping {

        @Test
        void freezesTheItemsWhileAnotherLinkOfTheConnectionGoesOn() {
            Link copy = world.link(world.project("Mine"), "Shop", true, red);
            Link other = world.link(world.project("Other"), "Shop", true, red, team("blue", 21, 30));
            world.work();
            List<WorkItemRow> before = list(copy.project());
            database.jdbc()
                    .sql("INSERT INTO state_change (connection_id, remote_id, changed_at, type, state)"
                            + " SELECT connection_id, remote_id, TIMESTAMP WITH TIME ZONE '2020-01-01 00:00:00+00', type, 'New'"
                            + " FROM work_item WHERE remote_id = 4")
                    .update();

            assertThat(unlink(copy, UnlinkMode.KEEP_READ_ONLY)).isTrue();
            organization.put("Shop", FakeOrganization.item("Shop", 1, 99, "Done", "Changed"));
            organization.items("Shop").remove(2L);
            team("red", 3, 20);
            organization.elements.put(red, () -> new java.util.TreeSet<>(List.of(1L, 3L, 4L)));
            world.sync(other);

            assertThat(list(copy.project()))
                    .extracting(WorkItemRow::rev, WorkItemRow::title, WorkItemRow::state, WorkItemRow::parent)
                    .containsExactlyElementsOf(before.stream()
                            .map(row -> org.assertj.core.api.Assertions.tuple(
                                    row.rev(), row.title(), row.state(), row.parent()))
                            .toList());
            assertThat(list(copy.project())).hasSize(20).allMatch(row -> row.stateColor() != null);
            assertThat(world.shown(other.id())).containsEntry(1L, 99).doesNotContainKey(2L);
            assertThat(world.count("work_item")).isEqualTo(20 + 14);
            assertThat(world.count("state_change")).isEqualTo(2);
        }

        @Test
        void showsTreeAndFiguresOfTheCopy() {
            Link copy = world.link(world.project("Mine"), "Shop", true, red);
            world.work();
            List<String> before = states(copy.project());

            unlink(copy, UnlinkMode.KEEP_READ_ONLY);

            assertThat(states(copy.project())).hasSize(20).isEqualTo(before);
            List<WorkItemRow> roots = readings.children(copy.project(), null, PageQuery.first(50));
            assertThat(roots).extracting(row -> row.key().id()).containsExactly(1L);
            WorkItemKey root = roots.getFirst().key();
            assertThat(root.connection()).isNotEqualTo(EngineWorld.CONNECTION);
            assertThat(readings.children(copy.project(), root, PageQuery.first(50)))
                    .extracting(row -> row.key().id())
                    .containsExactly(2L);
            assertThat(world.count("work_item"))
                    .as("nothing is left under the connection")
                    .isEqualTo(20);
        }

        @Test
        void endsItsSyncing() {
            Link link = world.link(world.project("Mine"), "Shop", true, red);
            world.work();
            world.get(SyncQueue.class).enqueue(List.of(link), SyncTrigger.MANUAL, "anna");
            Lease lease =
                    world.get(PageApplier.class).begin(world.latest(link), link).orElseThrow();
            world.get(SyncQueue.class).enqueue(List.of(link), SyncTrigger.MANUAL, "anna");

            unlink(link, UnlinkMode.KEEP_READ_ONLY);

            assertThat(world.get(SyncRunRepository.class).unfinished()).isEmpty();
            assertThat(world.latest(link).status()).isEqualTo(SyncRunStatus.CANCELLED);
            assertThat(world.count("sync_checkpoint")).isZero();
            assertThatThrownBy(() -> world.get(PageApplier.class).expect(lease, 3, RunCounts.FREE))
                    .isInstanceOf(StaleLeaseException.class);
            world.get(SyncTick.class).schedule();
            world.get(SyncTick.class).mend();
            assertThat(world.get(SyncRunRepository.class).unfinished()).isEmpty();
        }

        @Test
        void leavesNothingOfACopyThatIsRemoved() {
            Link other = world.link(world.project("Other"), "Shop", false, red);
            world.work();
            Map<String, Long> before = rows();
            Link copy = world.link(world.project("Mine"), "Shop", false, red);
            world.work();
            unlink(copy, UnlinkMode.KEEP_READ_ONLY);
            assertThat(rows().get("work_item")).isEqualTo(40);

            assertThat(unlink(copy, UnlinkMode.REMOVE)).isTrue();

            assertThat(rows()).isEqualTo(before);
            assertThat(world.shown(other.id())).hasSize(20);
        }

        @Test
        void dropsTheCopyWhenTheSamePartIsLinkedAgain() {
            Link copy = world.link(world.project("Mine"), "Shop", true, red);
            world.work();
            unlink(copy, UnlinkMode.KEEP_READ_ONLY);

            Link again = world.link(copy.project(), "Shop", true, red);
            world.work();

            assertThat(list(copy.project())).hasSize(20);
            assertThat(world.shown(again.id())).hasSize(20);
            assertThat(world.count("work_item")).isEqualTo(20);
            assertThat(world.count("link")).isEqualTo(1);
        }
    }

    @Nested
    class Removing {

        @Test
        void leavesNothingOfTheLinkInAnyTable() {
            Link other = world.link(world.project("Other"), "Shop", false, red);
            world.work();
            Map<String, Long> before = rows();
            Link link = world.link(world.project("Mine"), "Shop", false, red, team("blue", 15, 40));
            organization.put("Shop", FakeOrganization.item("Shop", 30, 99, "Odd", "Odd"));
            world.work();
            assertThat(rows().get("sync_warning")).isPositive();

            assertThat(unlink(link, UnlinkMode.REMOVE)).isTrue();

            assertThat(rows()).isEqualTo(before);
            assertThat(world.shown(other.id())).hasSize(20);
            assertThat(world.count("project")).isEqualTo(2);
        }

        @Test
        void endsARunThatGoesOn() {
            Link link = world.link(world.project("Mine"), "Shop", true, red);
            Lease lease =
                    world.get(PageApplier.class).begin(world.latest(link), link).orElseThrow();

            unlink(link, UnlinkMode.REMOVE);

            assertThatThrownBy(() -> world.get(PageApplier.class).expect(lease, 3, RunCounts.FREE))
                    .isInstanceOf(StaleLeaseException.class);
            assertThat(world.count("sync_run")).isZero();
        }
    }

    @Nested
    class ConnectionGoes {

        @Test
        void erasesCopiesKeptByEarlierUnlinkingAndCountsThemBefore() {
            Link copy = world.link(world.project("Mine"), "Shop", false, red);
            world.link(world.project("Other"), "Shop", false, red, team("blue", 21, 30));
            world.work();
            unlink(copy, UnlinkMode.KEEP_READ_ONLY);

            assertThat(usage()).isEqualTo(new ConnectionUsage.Usage(2, 20 + 30));
            delete(DeletionMode.ERASE);

            assertThat(rows().values()).containsOnly(0L);
            assertThat(usage()).isEqualTo(ConnectionUsage.Usage.NONE);
            assertThat(world.count("project")).as("made by hand").isEqualTo(2);
        }

        @Test
        void keepsAllCopies() {
            Link copy = world.link(world.project("Mine"), "Shop", true, red);
            Link other = world.link(world.project("Other"), "Shop", true, red);
            world.work();
            unlink(copy, UnlinkMode.KEEP_READ_ONLY);

            delete(DeletionMode.KEEP_READ_ONLY);

            assertThat(world.shown(copy.id())).hasSize(20);
            assertThat(world.shown(other.id())).hasSize(20);
            assertThat(world.stored(other).detached()).isNotNull();
        }
    }
}
