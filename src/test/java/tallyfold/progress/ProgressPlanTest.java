package tallyfold.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import tallyfold.connection.ConnectionId;
import tallyfold.project.LinkId;
import tallyfold.project.ProjectId;
import tallyfold.support.Databases;
import tallyfold.support.MutableClock;
import tallyfold.support.PostgresPlans;
import tallyfold.workitem.WorkItemSeed;

/** How H2 and PostgreSQL find what figures are made of: the plan of every statement that the module has run. */
class ProgressPlanTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    @Test
    void findsEverythingByIndex() {
        MutableClock clock = new MutableClock(Instant.parse("2026-11-25T09:00:00Z"));
        try (Databases database = Databases.fresh(Databases.Kind.H2);
                ProgressWorld world = new ProgressWorld(database, clock)) {
            ConnectionId connection = new ConnectionId(UUID.randomUUID());
            WorkItemSeed seed = new WorkItemSeed(database.jdbc());
            List<ProjectId> projects = new ArrayList<>();
            List<LinkId> links = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                projects.add(seed.project("Project " + i));
                links.add(seed.link(projects.getLast(), connection, "Project " + i, "Agile"));
                seed.iteration(links.getLast(), "Shop\\S1", TODAY, TODAY);
                seed.type(links.getLast(), "User Story", "009CCC", "icon_book", "REQUIREMENT");
                seed.type(links.getLast(), "Epic", "E06C00", "icon_crown", "EPIC");
                seed.state(links.getLast(), "User Story", "Active", "007acc", "IN_PROGRESS", 0);
            }
            for (long id = 1; id <= 600; id++) {
                seed.item(links.get((int) (id % 20)), connection, id, item -> {
                    item.iteration = "Shop\\S1";
                    item.target = TODAY;
                    item.type = "Epic";
                });
            }
            seed.item(links.getFirst(), connection, 601, item -> item.iteration = "Shop\\S1");
            projects.forEach(world.service()::figures);
            database.jdbc().sql("ANALYZE").update();
            database.jdbc().sql("SET QUERY_STATISTICS_MAX_ENTRIES 500").update();
            database.jdbc().sql("SET QUERY_STATISTICS TRUE").update();

            ask(world, seed, projects.getFirst(), links.getFirst());
            world.service().figures(projects);
            assertThat(world.service().epicsDue(projects)).hasSize(projects.size());

            List<String> statements = statements(database);
            assertThat(statements).hasSizeGreaterThan(25);
            assertThat(statements)
                    .anyMatch(statement -> statement.contains("FROM link_item li"))
                    .anyMatch(statement -> statement.contains("FROM epic_due"))
                    .anyMatch(statement -> statement.contains("on_day >= ?"));
            for (String statement : statements) {
                String plan = plan(database, statement);
                assertThat(plan).as(statement).doesNotContain(".tableScan");
                if (plan.contains("UNNEST")) {
                    assertThat(plan.indexOf("UNNEST")).as(plan).isLessThan(plan.indexOf("WORK_ITEM"));
                }
            }
            try (PostgresPlans plans = new PostgresPlans()) {
                statements.forEach(plans::assertByIndex);
            }
        }
    }

    private static void ask(ProgressWorld world, WorkItemSeed seed, ProjectId project, LinkId link) {
        seed.changed(link);
        ProgressService service = world.service();
        service.figures(project);
        service.iterations(project);
        service.people(project);
        assertThat(service.days(project)).isNotEmpty();
        service.longestLate(project);
        assertThat(service.schedule(project).dated()).isNotEmpty();
        assertThat(service.burnUp(project, link, "Shop\\S1").orElseThrow().scope())
                .isEqualTo(1);
        RuleScope scope = new RuleScope.OfLink(link);
        RuleDraft draft = new RuleDraft(Set.of("User Story"), Map.of());
        assertThat(world.rules().save(scope, draft, 0)).isInstanceOf(SaveRulesResult.Saved.class);
        assertThat(world.rules().save(scope, draft, 1)).isInstanceOf(SaveRulesResult.Saved.class);
        assertThat(world.rules().reset(scope, 2)).isInstanceOf(SaveRulesResult.Saved.class);
    }

    /** But those of the test itself, and of the seed. */
    private static List<String> statements(Databases database) {
        return database
                .jdbc()
                .sql("SELECT sql_statement FROM information_schema.query_statistics")
                .query((row, _) -> row.getString(1))
                .list()
                .stream()
                .filter(sql -> sql.matches("(?s)(SELECT|UPDATE|DELETE).*"))
                .filter(sql -> !sql.contains("information_schema"))
                .toList();
    }

    /** Without values: H2 decides on a plan before it knows them. */
    private static String plan(Databases database, String sql) {
        String plan = new JdbcTemplate(database.dataSource()).execute("EXPLAIN " + sql, (PreparedStatement ps) -> {
            for (int i = 1; i <= ps.getParameterMetaData().getParameterCount(); i++) {
                ps.setNull(i, Types.NULL);
            }
            try (ResultSet rows = ps.executeQuery()) {
                return rows.next() ? rows.getString(1) : "";
            }
        });
        return plan == null ? "" : plan;
    }
}
