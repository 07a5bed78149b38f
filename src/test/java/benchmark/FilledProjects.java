package benchmark;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import tallyfold.connection.ConnectionId;
import tallyfold.project.LinkId;
import tallyfold.project.ProjectId;
import tallyfold.support.Databases;
import tallyfold.workitem.WorkItemReadings;
import tallyfold.workitem.WorkItemSeed;

/** Projects full of items that differ in everything one can sort by. */
final class FilledProjects {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final String[] WORDS = {
        "Invoice", "login", "Übersicht", "report", "Export", "patient", "order", "zip"
    };
    private static final String[] STATES = {"New", "Active", "Resolved", "Closed"};
    private static final String[] CATEGORIES = {"PROPOSED", "IN_PROGRESS", "RESOLVED", "COMPLETED"};

    private final Databases database;
    private final JdbcTemplate jdbc;
    private final Random random = new Random(7);

    FilledProjects(Databases database) {
        this.database = database;
        this.jdbc = new JdbcTemplate(database.dataSource());
    }

    List<ProjectId> fill(int projects, int itemsEach) {
        WorkItemSeed seed = new WorkItemSeed(database.jdbc());
        ConnectionId connection = new ConnectionId(UUID.randomUUID());
        List<ProjectId> filled = new ArrayList<>();
        long id = 1;
        for (int i = 0; i < projects; i++) {
            ProjectId project = seed.project("Project " + i);
            LinkId link = seed.link(project, connection, "Project " + i, "Agile");
            for (int at = 0; at < itemsEach; at += 1000) {
                int count = Math.min(1000, itemsEach - at);
                page(project, link, connection, id, count);
                id += count;
            }
            filled.add(project);
        }
        WorkItemReadings.recount(database.dataSource(), filled.toArray(ProjectId[]::new));
        jdbc.execute("ANALYZE");
        return filled;
    }

    private void page(ProjectId project, LinkId link, ConnectionId connection, long from, int count) {
        List<Object[]> items = new ArrayList<>();
        List<Object[]> lines = new ArrayList<>();
        for (long id = from; id < from + count; id++) {
            int state = random.nextInt(STATES.length);
            items.add(new Object[] {
                connection.value(),
                id,
                id % 20 == 0 ? "Feature" : id % 4 == 0 ? "User Story" : "Task",
                WORDS[random.nextInt(WORDS.length)] + " " + Long.toString(random.nextLong(), 36) + " for everybody",
                STATES[state],
                CATEGORIES[state],
                random.nextInt(5) == 0 ? null : "person" + random.nextInt(60) + "@example.test",
                "Shop\\Area " + random.nextInt(40),
                "Shop\\Sprint " + random.nextInt(30),
                from + (id - from) / 20 * 20,
                random.nextInt(4) + 1,
                number(20),
                number(40),
                number(40),
                number(40),
                time(400),
                time(100),
                time(300)
            });
            lines.add(new Object[] {link.value(), project.value(), connection.value(), id});
        }
        database.transaction().executeWithoutResult(_ -> {
            jdbc.batchUpdate("""
                    INSERT INTO work_item (connection_id, remote_id, rev, type, title, state, state_category, assignee_key,
                        assignee_name, area_path, iteration_path, parent_id, priority, effort, original_estimate,
                        remaining_work, completed_work, start_date, due_date, changed_at, tags)
                    SELECT c, i, 1, ty, ti, st, ca, a, a, ar, it, CASE WHEN p = i THEN NULL ELSE p END, pr, ef, oe, rw, cw,
                        sd, dd, ch, ''
                    FROM (VALUES (CAST(? AS UUID), CAST(? AS BIGINT), CAST(? AS VARCHAR), CAST(? AS VARCHAR),
                        CAST(? AS VARCHAR), CAST(? AS VARCHAR), CAST(? AS VARCHAR), CAST(? AS VARCHAR), CAST(? AS VARCHAR),
                        CAST(? AS BIGINT), CAST(? AS INTEGER), CAST(? AS DOUBLE PRECISION), CAST(? AS DOUBLE PRECISION),
                        CAST(? AS DOUBLE PRECISION), CAST(? AS DOUBLE PRECISION), CAST(? AS TIMESTAMP WITH TIME ZONE),
                        CAST(? AS TIMESTAMP WITH TIME ZONE), CAST(? AS TIMESTAMP WITH TIME ZONE)))
                        AS s (c, i, ty, ti, st, ca, a, ar, it, p, pr, ef, oe, rw, cw, sd, dd, ch)
                    """, items);
            jdbc.batchUpdate(
                    "INSERT INTO link_item (link_id, project_id, connection_id, remote_id) VALUES (?, ?, ?, ?)", lines);
        });
    }

    private @Nullable Double number(int below) {
        return random.nextBoolean() ? null : (double) random.nextInt(below);
    }

    private @Nullable OffsetDateTime time(int days) {
        return random.nextInt(4) == 0
                ? null
                : NOW.minusSeconds(random.nextLong(days * 86_400L)).atOffset(ZoneOffset.UTC);
    }
}
