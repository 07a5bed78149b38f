package tallyfold.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tallyfold.support.Databases;

/** What becomes of schedules that were chosen before there were cron expressions. */
@ParameterizedClass
@EnumSource(Databases.Kind.class)
class ScheduleMigrationTest {

    private final Databases database;

    ScheduleMigrationTest(Databases.Kind kind) {
        database = Databases.fresh(kind);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private FluentConfiguration before() {
        return Flyway.configure()
                .dataSource(database.dataSource())
                .schemas("before")
                .createSchemas(true);
    }

    private List<String> texts(String sql) {
        return database.jdbc()
                .sql(sql)
                .query((rs, _) -> String.valueOf(rs.getString(1)))
                .list();
    }

    @Test
    void keepsThemAndHasEveryProjectActive() {
        before().target("012").load().migrate();
        for (String sql : List.of(
                "INSERT INTO \"before\".project (id, name, name_key, description, created_at, created_by, version)"
                        + " VALUES (:id, 'Shop', 'shop', '', CURRENT_TIMESTAMP, 'anna', 0)",
                "INSERT INTO \"before\".sync_setting (only_row, every_seconds) VALUES (1, 14400)",
                "INSERT INTO \"before\".scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
                        + " VALUES ('sync-schedule', 'recurring', CURRENT_TIMESTAMP, FALSE, 1)")) {
            database.jdbc().sql(sql).params(Map.of("id", new UUID(0, 7))).update();
        }
        for (String seconds : List.of("NULL", "0", "3600")) {
            database.jdbc()
                    .sql("INSERT INTO \"before\".link (id, project_id, connection_id, organization, remote_project_id,"
                            + " remote_name, created_at, created_by, sync_every_seconds) VALUES (:link, :id, :id,"
                            + " 'fabrikam', 'p', 'Shop', CURRENT_TIMESTAMP, 'anna', " + seconds + ")")
                    .params(Map.of("link", UUID.randomUUID(), "id", new UUID(0, 7)))
                    .update();
        }

        before().load().migrate();

        assertThat(texts("SELECT rhythm FROM \"before\".link"))
                .containsExactlyInAnyOrder("null", "off", "PT3600S")
                .filteredOn(text -> text.startsWith("PT"))
                .allMatch(text -> Rhythm.parse(text).text().equals("PT1H"));
        assertThat(texts("SELECT rhythm FROM \"before\".sync_schedule")).containsExactly("PT14400S");
        assertThat(texts("SELECT task_name FROM \"before\".scheduled_tasks")).isEmpty();
        assertThat(texts("SELECT progress || stage || overall_status FROM \"before\".project"))
                .containsExactly("NOT_STARTEDINITIATINGNONE");
    }
}
