package tallyfold.sync.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.transaction.support.TransactionTemplate;
import tallyfold.project.Link;
import tallyfold.project.ProjectId;
import tallyfold.project.internal.ProjectErasing;
import tallyfold.provider.Element;
import tallyfold.support.Databases;

/** Deleting a project, at rest and in the middle of a sync. */
@ParameterizedClass
@EnumSource(Databases.Kind.class)
class ProjectDeletionTest {

    private static final List<String> TABLES = List.of(
            "project",
            "link",
            "link_element",
            "link_item",
            "work_item",
            "item_count",
            "item_version",
            "work_item_type",
            "work_item_state",
            "area",
            "iteration",
            "sync_run",
            "sync_warning",
            "sync_checkpoint",
            "fed_link");

    private final FakeOrganization organization = new FakeOrganization();
    private final Databases database;
    private final EngineWorld world;

    ProjectDeletionTest(Databases.Kind kind) {
        database = Databases.fresh(kind);
        world = new EngineWorld(database, organization).start();
        organization.project("Shop", 60, 1, 1);
    }

    @AfterEach
    void close() {
        world.close();
        database.close();
    }

    private void delete(ProjectId project) {
        world.get(TransactionTemplate.class)
                .executeWithoutResult(
                        _ -> assertThat(world.get(ProjectErasing.class).erase(project))
                                .isPresent());
    }

    private Map<String, Long> rows() {
        Map<String, Long> rows = new TreeMap<>();
        TABLES.forEach(table -> rows.put(table, world.count(table)));
        return rows;
    }

    @Test
    void leavesNothingOfItInAnyTableAndOthersAsTheyWere() {
        Link other = world.link(world.project("Other"), "Shop", false, Element.WHOLE_PROJECT);
        world.work();
        Map<String, Long> before = rows();
        Link link = world.link(world.project("Mine"), "Shop", false, Element.WHOLE_PROJECT);
        world.work();

        delete(link.project());

        assertThat(rows()).isEqualTo(before);
        assertThat(world.shown(other.id())).hasSize(60);
    }

    @Test
    void endsARunThatGoesOn() {
        Link link = world.link(world.project("Mine"), "Shop", true, Element.WHOLE_PROJECT);
        Lease lease =
                world.get(PageApplier.class).begin(world.latest(link), link).orElseThrow();

        delete(link.project());

        assertThatThrownBy(() -> world.get(PageApplier.class).expect(lease, 3, RunCounts.FREE))
                .isInstanceOf(StaleLeaseException.class);
        assertThat(rows().values()).containsOnly(0L);
        world.get(SyncTick.class).schedule();
        world.get(SyncTick.class).mend();
        assertThat(world.get(SyncRunRepository.class).unfinished()).isEmpty();
    }
}
