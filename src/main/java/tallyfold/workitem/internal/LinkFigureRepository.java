package tallyfold.workitem.internal;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tallyfold.project.LinkId;
import tallyfold.project.ProjectId;
import tallyfold.provider.StateCategory;
import tallyfold.provider.WorkItemLevel;
import tallyfold.workitem.ItemStructure;
import tallyfold.workitem.LinkProcess;
import tallyfold.workitem.StateCount;

/** Reads what figures need of links, without looking at their items. */
@Repository
public class LinkFigureRepository {

    private static final String LINKS =
            "SELECT id, project_id, organization, organization_key, process, process_base FROM link";

    private static final String IN_ORDER = " ORDER BY created_at, id";

    private static final RowMapper<LinkProcess> LINK = (row, _) -> new LinkProcess(
            new LinkId(row.getObject("id", UUID.class)),
            new ProjectId(row.getObject("project_id", UUID.class)),
            row.getString("organization"),
            row.getString("organization_key"),
            row.getString("process"),
            row.getString("process_base"));

    private static final int LONGEST_VERSION = 4000;

    private final JdbcClient jdbc;

    LinkFigureRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<LinkProcess> ofProjects(Collection<ProjectId> projects) {
        return jdbc.sql(LINKS + " WHERE project_id IN (:projects)" + IN_ORDER)
                .param("projects", values(projects))
                .query(LINK)
                .list();
    }

    public Optional<LinkProcess> find(LinkId link) {
        return jdbc.sql(LINKS + " WHERE id = ?").param(link.value()).query(LINK).optional();
    }

    public List<LinkProcess> all() {
        return jdbc.sql(LINKS + IN_ORDER).query(LINK).list();
    }

    public List<LinkId> byKey(ProjectId project) {
        return jdbc.sql("SELECT id FROM link WHERE project_id = ? ORDER BY id")
                .param(project.value())
                .query((row, _) -> new LinkId(row.getObject(1, UUID.class)))
                .list();
    }

    public List<StateCount> counts(Collection<ProjectId> projects) {
        return jdbc.sql("""
                        SELECT project_id, link_id, type, state, state_category, items, shared
                        FROM item_count WHERE project_id IN (:projects) AND items > 0
                        """)
                .param("projects", values(projects))
                .query((row, _) -> new StateCount(
                        new ProjectId(row.getObject(1, UUID.class)),
                        new LinkId(row.getObject(2, UUID.class)),
                        row.getString(3),
                        row.getString(4),
                        StateCategory.valueOf(row.getString(5)),
                        row.getLong(6),
                        row.getLong(6) - row.getLong(7)))
                .list();
    }

    /** Of each link its key and how often it has changed; of very many links a digest of that. */
    public String version(ProjectId project) {
        String version = jdbc
                .sql("SELECT k.id, COALESCE(v.version, 0) FROM link k LEFT JOIN item_version v ON v.link_id = k.id"
                        + " WHERE k.project_id = ? ORDER BY k.id")
                .param(project.value())
                .query((row, _) -> row.getString(1) + ":" + row.getLong(2))
                .list()
                .stream()
                .collect(Collectors.joining(" "));
        return version.length() <= LONGEST_VERSION
                ? version
                : UUID.nameUUIDFromBytes(version.getBytes(StandardCharsets.UTF_8))
                        .toString();
    }

    public ItemStructure structure(ProjectId project) {
        return structure("JOIN link k ON k.id = f.link_id WHERE k.project_id = :of", project.value());
    }

    public ItemStructure structure(Collection<LinkId> links) {
        return structure(
                "WHERE f.link_id IN (:of)", links.stream().map(LinkId::value).toList());
    }

    private ItemStructure structure(String where, Object of) {
        return new ItemStructure(
                jdbc.sql("SELECT f.link_id, f.path, f.name, f.start_date, f.finish_date FROM iteration f " + where)
                        .param("of", of)
                        .query(LinkFigureRepository::iteration)
                        .list(),
                jdbc.sql("SELECT f.link_id, f.name, f.level, f.own FROM work_item_type f " + where + """
                                 ORDER BY CASE f.level WHEN 'EPIC' THEN 0 WHEN 'FEATURE' THEN 1 WHEN 'REQUIREMENT' THEN 2
                                WHEN 'TASK' THEN 3 ELSE 4 END, f.name
                                """)
                        .param("of", of)
                        .query((row, _) -> new ItemStructure.Type(
                                new LinkId(row.getObject(1, UUID.class)),
                                row.getString(2),
                                WorkItemLevel.valueOf(row.getString(3)),
                                row.getBoolean(4)))
                        .list(),
                jdbc.sql("SELECT f.link_id, f.type_name, f.name, f.category, f.own FROM work_item_state f " + where
                                + " ORDER BY f.type_name, f.position, f.name")
                        .param("of", of)
                        .query((row, _) -> new ItemStructure.State(
                                new LinkId(row.getObject(1, UUID.class)),
                                row.getString(2),
                                row.getString(3),
                                StateCategory.valueOf(row.getString(4)),
                                row.getBoolean(5)))
                        .list());
    }

    private static ItemStructure.Iteration iteration(ResultSet row, int number) throws SQLException {
        return new ItemStructure.Iteration(
                new LinkId(row.getObject(1, UUID.class)),
                row.getString(2),
                row.getString(3),
                row.getObject(4, LocalDate.class),
                row.getObject(5, LocalDate.class));
    }

    private static List<UUID> values(Collection<ProjectId> projects) {
        return projects.stream().map(ProjectId::value).toList();
    }
}
