package tallyfold.project.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;
import tallyfold.project.OverallStatus;
import tallyfold.project.ProjectId;
import tallyfold.project.StatusArea;
import tallyfold.project.StatusChange;

/** The table of what was said of projects. */
@Repository
public class StatusChangeRepository {

    private static final String SELECT =
            "SELECT c.id, c.project_id, c.area, c.status, c.note, c.changed_by, c.changed_at,"
                    + " c.until_at FROM status_change c ";

    private final JdbcClient jdbc;

    StatusChangeRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(
            ProjectId project,
            StatusArea area,
            @Nullable OverallStatus status,
            String note,
            @Nullable String by,
            Instant at,
            @Nullable Instant until) {
        jdbc.sql("INSERT INTO status_change (project_id, area, status, note, changed_by, changed_at, until_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)")
                .param(project.value())
                .param(area.name())
                .param(status == null ? null : status.name())
                .param(note)
                .param(by)
                .param(ProjectRepository.utc(at))
                .param(until == null ? null : ProjectRepository.utc(until))
                .update();
    }

    /** Newest first. */
    public List<StatusChange> page(ProjectId project, int offset, int limit) {
        return jdbc.sql(SELECT + "WHERE c.project_id = ? ORDER BY c.id DESC OFFSET ? ROWS FETCH NEXT ? ROWS ONLY")
                .param(project.value())
                .param(offset)
                .param(limit)
                .query(StatusChangeRepository::change)
                .list();
    }

    public int count(ProjectId project) {
        return jdbc.sql("SELECT COUNT(*) FROM status_change WHERE project_id = ?")
                .param(project.value())
                .query((rs, _) -> rs.getInt(1))
                .single();
    }

    /** The newest of each area, of several projects. */
    List<StatusChange> newest(Collection<ProjectId> projects) {
        return jdbc.sql(SELECT + """
                        JOIN (SELECT MAX(n.id) AS id FROM status_change n
                            WHERE n.project_id = ANY(CAST(? AS UUID ARRAY))
                            GROUP BY n.project_id, n.area) newest ON newest.id = c.id""")
                .param(new SqlArrayValue(
                        "uuid", projects.stream().map(ProjectId::value).toArray()))
                .query(StatusChangeRepository::change)
                .list();
    }

    /** Those whose time has passed and that nothing followed. */
    List<StatusChange> ended(Instant now) {
        return jdbc.sql(SELECT + """
                        WHERE c.until_at <= ? AND NOT EXISTS (SELECT 1 FROM status_change n
                            WHERE n.project_id = c.project_id AND n.area = c.area AND n.id > c.id)
                        ORDER BY c.until_at, c.id""")
                .param(ProjectRepository.utc(now))
                .query(StatusChangeRepository::change)
                .list();
    }

    private static StatusChange change(ResultSet rs, int row) throws SQLException {
        @Nullable String status = rs.getString("status");
        @Nullable OffsetDateTime until = rs.getObject("until_at", OffsetDateTime.class);
        return new StatusChange(
                rs.getLong("id"),
                new ProjectId(rs.getObject("project_id", UUID.class)),
                StatusArea.valueOf(rs.getString("area")),
                status == null ? null : OverallStatus.valueOf(status),
                rs.getString("note"),
                rs.getString("changed_by"),
                rs.getObject("changed_at", OffsetDateTime.class).toInstant(),
                until == null ? null : until.toInstant());
    }
}
