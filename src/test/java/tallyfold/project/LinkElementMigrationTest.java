package tallyfold.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tallyfold.support.Databases;

/** What becomes of links that were made before a link could cover parts. */
@ParameterizedClass
@EnumSource(Databases.Kind.class)
class LinkElementMigrationTest {

    private final Databases database;

    LinkElementMigrationTest(Databases.Kind kind) {
        database = Databases.fresh(kind);
    }

    @AfterEach
    void close() {
        database.close();
    }

    /** A schema of its own beside the migrated one. */
    private FluentConfiguration before() {
        return Flyway.configure()
                .dataSource(database.dataSource())
                .schemas("before")
                .createSchemas(true);
    }

    private Map<String, @Nullable Object> row(String sql) {
        return database.jdbc().sql(sql).query().singleRow();
    }

    @Test
    void coversTheWholeProjectWithItsTeamsAndKeepsDaysAndItems() {
        before().target("009").load().migrate();
        UUID project = UUID.randomUUID();
        UUID link = UUID.randomUUID();
        UUID bare = UUID.randomUUID();
        for (String sql : List.of(
                "INSERT INTO \"before\".project (id, name, name_key, description, start_date, created_at, created_by,"
                        + " version) VALUES (:project, 'Shop', 'shop', '', DATE '2026-01-01', CURRENT_TIMESTAMP, 'anna', 0)",
                "INSERT INTO \"before\".link (id, project_id, connection_id, organization, remote_project_id,"
                        + " remote_name, created_at, created_by) VALUES (:link, :project, :project, 'fabrikam', 'p1',"
                        + " 'Remote shop', CURRENT_TIMESTAMP, 'anna')",
                "INSERT INTO \"before\".project (id, name, name_key, description, created_at, created_by, version)"
                        + " VALUES (:bare, 'Bare', 'bare', '', CURRENT_TIMESTAMP, 'anna', 0)",
                "INSERT INTO \"before\".link (id, project_id, connection_id, organization, remote_project_id,"
                        + " remote_name, created_at, created_by, detached_at) VALUES (:bare, :bare, :bare, 'fabrikam',"
                        + " 'p2', 'Bare', CURRENT_TIMESTAMP, 'anna', CURRENT_TIMESTAMP)",
                "INSERT INTO \"before\".work_item_type (link_id, name, color, level) VALUES (:link, 'Task', 'ffffff',"
                        + " 'TASK')",
                "INSERT INTO \"before\".work_item (connection_id, remote_id, rev, type, title, state, state_category,"
                        + " area_path, iteration_path, tags) VALUES (:project, 1, 1, 'Task', 't', 'New', 'PROPOSED', 'a',"
                        + " 'i', '')",
                "INSERT INTO \"before\".sync_checkpoint (link_id, run_id, fence, after_id) VALUES (:link, :project, 1, 7)")) {
            database.jdbc()
                    .sql(sql)
                    .params(Map.of("project", project, "link", link, "bare", bare))
                    .update();
        }

        before().load().migrate();

        assertThat(row("SELECT link_id, kind, element_key, position, below, name, problem FROM"
                        + " \"before\".link_element WHERE name = 'Remote shop'"))
                .containsEntry("link_id", link)
                .containsEntry("kind", "PROJECT")
                .containsEntry("element_key", "")
                .containsEntry("below", true)
                .containsEntry("name", "Remote shop")
                .containsEntry("problem", null);
        assertThat(row("SELECT assigned_only, rhythm FROM \"before\".link WHERE remote_name =" + " 'Remote shop'"))
                .containsEntry("assigned_only", false)
                .containsEntry("rhythm", null);
        assertThat(row("SELECT schedule FROM \"before\".project WHERE name = 'Shop'"))
                .containsEntry("schedule", "OWN");
        assertThat(row("SELECT schedule FROM \"before\".project WHERE name = 'Bare'"))
                .as("shows the days found, as before")
                .containsEntry("schedule", "LINKED");
        assertThat(row("SELECT own FROM \"before\".work_item_type")).containsEntry("own", true);
        assertThat(row("SELECT assignee_active FROM \"before\".work_item")).containsEntry("assignee_active", null);
        assertThat(row("SELECT selection, after_id FROM \"before\".sync_checkpoint"))
                .as("an interrupted run starts again")
                .containsEntry("selection", "");
    }
}
