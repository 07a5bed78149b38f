package tallyfold.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Array;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;
import tallyfold.connection.ConnectionId;
import tallyfold.project.LinkId;
import tallyfold.project.ProjectId;
import tallyfold.support.Databases;
import tallyfold.support.MutableClock;
import tallyfold.workitem.WorkItemReadings;
import tallyfold.workitem.WorkItemSeed;

@ParameterizedClass
@EnumSource(Databases.Kind.class)
class ManyItemsTest {

    private static final int PEOPLE = 10_000;

    /** Far above what it takes, so that only a mistake in how the cost grows is found. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Databases database;
    private final ProgressWorld world;
    private final ProjectId project;
    private final LinkId link;
    private final ConnectionId connection = new ConnectionId(UUID.randomUUID());

    ManyItemsTest(Databases.Kind kind) {
        database = Databases.fresh(kind);
        world = new ProgressWorld(database, new MutableClock());
        WorkItemSeed seed = new WorkItemSeed(database.jdbc());
        project = seed.project("Large");
        link = seed.link(project, connection, "Large", "Agile");
        seed.type(link, "Epic", "E06C00", "icon_crown", "EPIC");
    }

    @AfterEach
    void close() {
        world.close();
        database.close();
    }

    /** As many items, with values made of their numbers {@code u.id}. */
    private void fill(int items, String type, String parent) {
        Long[] ids = LongStream.rangeClosed(1, items).boxed().toArray(Long[]::new);
        JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
        jdbc.update("""
                INSERT INTO work_item (connection_id, remote_id, rev, type, title, state, state_category, assignee_key,
                    assignee_name, area_path, iteration_path, parent_id, due_date, tags)
                SELECT CAST(? AS UUID), u.id, 1, %s, 'Item', 'Active', 'IN_PROGRESS',
                    'person' || CAST(MOD(u.id, %d) AS VARCHAR), 'Person ' || CAST(MOD(u.id, %d) AS VARCHAR), 'Large',
                    'Large', %s, CAST('2026-11-20 00:00:00+00' AS TIMESTAMP WITH TIME ZONE), ''
                FROM UNNEST(CAST(? AS BIGINT ARRAY)) AS u(id)
                """.formatted(type, PEOPLE, PEOPLE, parent), ps -> {
            ps.setObject(1, connection.value());
            Array array = ps.getConnection().createArrayOf("bigint", ids);
            ps.setArray(2, array);
        });
        jdbc.update(
                "INSERT INTO link_item (link_id, project_id, connection_id, remote_id)"
                        + " SELECT CAST(? AS UUID), CAST(? AS UUID), connection_id, remote_id FROM work_item",
                link.value(),
                project.value());
        WorkItemReadings.recount(database.dataSource(), project);
        jdbc.execute("ANALYZE");
    }

    @Test
    void tellsTenThousandPeopleApart() {
        fill(20_000, "'User Story'", "NULL");

        var people = world.service().people(project);

        assertThat(people)
                .hasSize(PEOPLE)
                .allSatisfy(person -> assertThat(person.late()).isEqualTo(2));
        long began = System.nanoTime();
        assertThat(world.service().people(project)).isEqualTo(people);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void goesDownAChainOfAnyDepth() {
        fill(10_000, "CASE WHEN MOD(u.id, 100) = 1 THEN 'Epic' ELSE 'User Story' END", "u.id - 1");

        long began = System.nanoTime();
        ProjectSchedule schedule = world.service().schedule(project);

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(PATIENCE);
        assertThat(schedule.allDated()).isEqualTo(100);
        assertThat(schedule.dated().getFirst().share().items()).isEqualTo(9_900);
    }
}
