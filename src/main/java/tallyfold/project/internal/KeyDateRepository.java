package tallyfold.project.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;
import tallyfold.project.KeyDateId;
import tallyfold.project.OwnKeyDate;
import tallyfold.project.ProjectId;

/** The table of key dates. */
@Repository
public class KeyDateRepository {

    private final JdbcClient jdbc;

    KeyDateRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By day, then by name. */
    public List<OwnKeyDate> ofProjects(Collection<ProjectId> projects) {
        return jdbc.sql("SELECT id, project_id, name, due_day, done, version FROM key_date WHERE project_id ="
                        + " ANY(CAST(? AS UUID ARRAY)) ORDER BY due_day, LOWER(name), id")
                .param(new SqlArrayValue(
                        "uuid", projects.stream().map(ProjectId::value).toArray()))
                .query(KeyDateRepository::keyDate)
                .list();
    }

    public void insert(OwnKeyDate date) {
        jdbc.sql("INSERT INTO key_date (id, project_id, name, due_day, done, version) VALUES (?, ?, ?, ?, ?, ?)")
                .param(date.id().value())
                .param(date.project().value())
                .param(date.name())
                .param(date.day())
                .param(date.done())
                .param(date.version())
                .update();
    }

    /** False unless the stored one is of the version before. */
    public boolean update(OwnKeyDate date) {
        return jdbc.sql("UPDATE key_date SET name = ?, due_day = ?, done = ?, version = ? WHERE id = ? AND version = ?")
                        .param(date.name())
                        .param(date.day())
                        .param(date.done())
                        .param(date.version())
                        .param(date.id().value())
                        .param(date.version() - 1)
                        .update()
                == 1;
    }

    public boolean delete(KeyDateId id) {
        return jdbc.sql("DELETE FROM key_date WHERE id = ?").param(id.value()).update() == 1;
    }

    private static OwnKeyDate keyDate(ResultSet rs, int row) throws SQLException {
        return new OwnKeyDate(
                new KeyDateId(rs.getObject("id", UUID.class)),
                new ProjectId(rs.getObject("project_id", UUID.class)),
                rs.getString("name"),
                rs.getObject("due_day", LocalDate.class),
                rs.getBoolean("done"),
                rs.getInt("version"));
    }
}
