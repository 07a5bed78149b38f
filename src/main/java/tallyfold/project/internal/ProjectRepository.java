package tallyfold.project.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;
import tallyfold.kernel.PageQuery;
import tallyfold.project.OverallStatus;
import tallyfold.project.Project;
import tallyfold.project.ProjectEdit;
import tallyfold.project.ProjectId;
import tallyfold.project.ProjectManager;
import tallyfold.project.ProjectProgress;
import tallyfold.project.ProjectStage;
import tallyfold.project.ProjectStatus;
import tallyfold.project.ScheduleSource;
import tallyfold.security.UserId;

/** The table of projects. */
@Repository
public class ProjectRepository {

    private static final String COLUMNS = "p.id, p.name, p.description, p.start_date, p.finish_date, p.schedule,"
            + " p.progress, p.stage, p.overall_status, p.manager_user, p.manager_name, p.created_at,"
            + " p.version";

    private final JdbcClient jdbc;

    ProjectRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Project> find(ProjectId id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM project p WHERE p.id = ?")
                .param(id.value())
                .query(ProjectRepository::project)
                .optional();
    }

    public Optional<Project> findByKey(String nameKey) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM project p WHERE p.name_key = ?")
                .param(nameKey)
                .query(ProjectRepository::project)
                .optional();
    }

    /** Projects without a link that is in sync, by name. */
    public List<Project> unlinked() {
        return jdbc.sql("SELECT " + COLUMNS + " FROM project p WHERE NOT EXISTS"
                        + " (SELECT 1 FROM link l WHERE l.project_id = p.id AND l.detached_at IS NULL)"
                        + " ORDER BY p.name_key")
                .query(ProjectRepository::project)
                .list();
    }

    public List<Project> page(String filter, PageQuery query) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM project p WHERE p.name_key LIKE ? ESCAPE '!' ORDER BY "
                        + order(query) + " OFFSET ? ROWS FETCH NEXT ? ROWS ONLY")
                .param(pattern(filter))
                .param(query.offset())
                .param(query.limit())
                .query(ProjectRepository::project)
                .list();
    }

    public long count(String filter) {
        return jdbc.sql("SELECT COUNT(*) FROM project p WHERE p.name_key LIKE ? ESCAPE '!'")
                .param(pattern(filter))
                .query((rs, _) -> rs.getLong(1))
                .single();
    }

    public void insert(Project project, boolean imported, String createdBy) {
        jdbc.sql("""
                INSERT INTO project (id, name, name_key, description, start_date, finish_date, schedule, progress,
                    stage, overall_status, imported, created_at, created_by, version)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(project.id().value())
                .param(project.name())
                .param(ProjectNames.key(project.name()))
                .param(project.description())
                .param(project.start())
                .param(project.finish())
                .param(project.schedule().name())
                .param(project.status().progress().name())
                .param(project.status().stage().name())
                .param(project.status().overall().name())
                .param(imported)
                .param(utc(project.created()))
                .param(createdBy)
                .param(project.version())
                .update();
    }

    public void rename(ProjectId id, String name) {
        jdbc.sql("UPDATE project SET name = ?, name_key = ?, version = version + 1 WHERE id = ?")
                .param(name)
                .param(ProjectNames.key(name))
                .param(id.value())
                .update();
    }

    /** Changes the settings of a project; false when it is not of that version any more. */
    public boolean edit(ProjectId id, ProjectEdit edit, int version) {
        @Nullable ProjectManager manager = edit.manager();
        @Nullable UserId user = manager == null ? null : manager.user();
        return jdbc.sql("""
                        UPDATE project SET name = ?, name_key = ?, description = ?, start_date = ?, finish_date = ?,
                            schedule = ?, progress = ?, stage = ?, overall_status = ?, manager_user = ?, manager_name = ?,
                            version = version + 1 WHERE id = ? AND version = ?""")
                        .param(edit.name())
                        .param(ProjectNames.key(edit.name()))
                        .param(edit.description())
                        .param(edit.start())
                        .param(edit.finish())
                        .param(edit.schedule().name())
                        .param(edit.status().progress().name())
                        .param(edit.status().stage().name())
                        .param(edit.status().overall().name())
                        .param(user == null ? null : user.value())
                        .param(manager == null ? null : manager.name())
                        .param(id.value())
                        .param(version)
                        .update()
                == 1;
    }

    /** Notes a change of what hangs on a project; false when it is not of that version any more. Keeps others from changing it. */
    public boolean claim(ProjectId id, int version) {
        return jdbc.sql("UPDATE project SET version = version + 1 WHERE id = ? AND version = ?")
                        .param(id.value())
                        .param(version)
                        .update()
                == 1;
    }

    /** Waits until nobody else changes a project, and keeps it so until the transaction ends; false when it is gone. */
    public boolean lock(ProjectId id) {
        return jdbc.sql("SELECT version FROM project WHERE id = ? FOR UPDATE")
                .param(id.value())
                .query((rs, _) -> rs.getInt(1))
                .optional()
                .isPresent();
    }

    public void sayOverall(ProjectId id, OverallStatus status) {
        jdbc.sql("UPDATE project SET overall_status = ? WHERE id = ?")
                .param(status.name())
                .param(id.value())
                .update();
    }

    /** All that are not active. */
    public Set<ProjectId> resting() {
        Set<ProjectId> resting = new HashSet<>();
        jdbc.sql("SELECT id, progress, stage, overall_status FROM project").query(rs -> {
            if (!status(rs).active()) {
                resting.add(new ProjectId(rs.getObject("id", UUID.class)));
            }
        });
        return resting;
    }

    /** All, by name. */
    public List<Project> all() {
        return jdbc.sql("SELECT " + COLUMNS + " FROM project p ORDER BY p.name_key, p.id")
                .query(ProjectRepository::project)
                .list();
    }

    public void chooseSchedule(ProjectId id, ScheduleSource schedule) {
        jdbc.sql("UPDATE project SET schedule = ?, version = version + 1 WHERE id = ? AND schedule <> ?")
                .param(schedule.name())
                .param(id.value())
                .param(schedule.name())
                .update();
    }

    /** Those of the given projects that an import made and that have no link left. */
    List<ProjectId> importedWithoutLink(Collection<ProjectId> ids) {
        return jdbc.sql("SELECT p.id FROM project p"
                        + " WHERE p.id = ANY(CAST(? AS UUID ARRAY)) AND p.imported = TRUE"
                        + " AND NOT EXISTS (SELECT 1 FROM link l WHERE l.project_id = p.id)")
                .param(new SqlArrayValue(
                        "uuid", ids.stream().map(ProjectId::value).toArray()))
                .query((rs, _) -> new ProjectId(rs.getObject(1, UUID.class)))
                .list();
    }

    /** Deletes a project without links, and what was said of it. */
    void delete(ProjectId id) {
        jdbc.sql("DELETE FROM project WHERE id = ?").param(id.value()).update();
    }

    private static String order(PageQuery query) {
        String wished = query.sort().stream()
                .map(sort -> switch (sort.column()) {
                            case "name" -> "p.name_key";
                            case "created" -> "p.created_at";
                            default ->
                                throw new IllegalArgumentException("Projects are not sorted by " + sort.column());
                        }
                        + (sort.ascending() ? "" : " DESC"))
                .collect(Collectors.joining(", "));
        return wished.isEmpty() ? "p.name_key, p.id" : wished + ", p.id";
    }

    private static String pattern(String filter) {
        String key = ProjectNames.key(ProjectNames.tidy(filter));
        return "%" + key.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }

    private static Project project(ResultSet rs, int row) throws SQLException {
        return new Project(
                new ProjectId(rs.getObject("id", UUID.class)),
                rs.getString("name"),
                rs.getString("description"),
                rs.getObject("start_date", LocalDate.class),
                rs.getObject("finish_date", LocalDate.class),
                ScheduleSource.valueOf(rs.getString("schedule")),
                status(rs),
                manager(rs),
                rs.getObject("created_at", OffsetDateTime.class).toInstant(),
                rs.getInt("version"));
    }

    private static @Nullable ProjectManager manager(ResultSet rs) throws SQLException {
        @Nullable String name = rs.getString("manager_name");
        @Nullable UUID user = rs.getObject("manager_user", UUID.class);
        return name == null ? null : new ProjectManager(user == null ? null : new UserId(user), name);
    }

    private static ProjectStatus status(ResultSet rs) throws SQLException {
        return new ProjectStatus(
                ProjectProgress.valueOf(rs.getString("progress")),
                ProjectStage.valueOf(rs.getString("stage")),
                OverallStatus.valueOf(rs.getString("overall_status")));
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
