package tallyfold.project.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;
import tallyfold.connection.ConnectionId;
import tallyfold.project.Link;
import tallyfold.project.LinkId;
import tallyfold.project.LinkedElement;
import tallyfold.project.ProcessRenamed;
import tallyfold.project.ProjectId;
import tallyfold.project.Rhythm;
import tallyfold.provider.RemoteProjectId;

/** The table of links. */
@Repository
public class LinkRepository {

    private static final String SELECT = """
            SELECT l.id, l.project_id, l.connection_id, l.organization, l.remote_project_id, l.remote_name, l.process,
                l.web_address, l.assigned_only, l.rhythm, l.loaded_at, l.detached_at,
                e.kind, e.element_key, e.below, e.name, e.problem
            FROM link l LEFT JOIN link_element e ON e.link_id = l.id
            """;

    private static final String ORDER = " ORDER BY l.created_at, l.id, e.position, e.kind, e.element_key";

    private final JdbcClient jdbc;

    private final LinkElementRepository elements;

    LinkRepository(JdbcClient jdbc, LinkElementRepository elements) {
        this.jdbc = jdbc;
        this.elements = elements;
    }

    /** Waits until nobody else makes links; holds until the transaction ends. */
    public void lockGate() {
        jdbc.sql("SELECT only_row FROM link_gate WHERE only_row = 1 FOR UPDATE")
                .query((rs, _) -> rs.getInt(1))
                .single();
    }

    public Optional<Link> find(LinkId id) {
        return read("l.id = ?", id.value()).stream().findFirst();
    }

    public List<Link> ofProject(ProjectId project) {
        return read("l.project_id = ?", project.value());
    }

    public List<Link> ofConnection(ConnectionId connection) {
        return read("l.connection_id = ? AND l.detached_at IS NULL", connection.value());
    }

    /** All that was ever read through a connection and is still there, read-only copies included. */
    public List<Link> everOfConnection(ConnectionId connection) {
        return read("l.connection_id = ?", connection.value());
    }

    /** Of several projects at once, read-only copies included. */
    public List<Link> ofProjects(Collection<ProjectId> projects) {
        return projects.isEmpty()
                ? List.of()
                : read(
                        "l.project_id = ANY(CAST(? AS UUID ARRAY))",
                        new SqlArrayValue(
                                "uuid", projects.stream().map(ProjectId::value).toArray()));
    }

    public List<Link> attached() {
        return read("l.detached_at IS NULL");
    }

    /** The links a project has to a remote project, read-only copies included. */
    public List<Link> ofRemote(ProjectId project, String organizationKey, RemoteProjectId remote) {
        return read(
                "l.project_id = ? AND l.organization_key = ? AND l.remote_project_id = ?",
                project.value(),
                organizationKey,
                remote.value());
    }

    /** Links and what they cover in one statement, so that both are of the same moment. */
    private List<Link> read(String condition, Object... parameters) {
        ResultSetExtractor<List<Link>> rows = LinkRows::read;
        return jdbc.sql(SELECT + "WHERE " + condition + ORDER)
                .params(parameters)
                .query(rows);
    }

    /** The projects that remote projects of an organization are linked to as a whole, whichever connection does it. */
    public Map<RemoteProjectId, ProjectId> linkedOf(String organizationKey) {
        Map<RemoteProjectId, ProjectId> linked = new HashMap<>();
        jdbc.sql("SELECT l.remote_project_id, l.project_id FROM link l"
                        + " JOIN link_element e ON e.link_id = l.id AND e.kind = 'PROJECT'"
                        + " WHERE l.organization_key = ? AND l.detached_at IS NULL ORDER BY l.created_at DESC, l.id")
                .param(organizationKey)
                .query(rs -> {
                    linked.put(new RemoteProjectId(rs.getString(1)), new ProjectId(rs.getObject(2, UUID.class)));
                });
        return linked;
    }

    public void insert(Link link, String organizationKey, Instant created, String createdBy) {
        jdbc.sql("""
                INSERT INTO link (id, project_id, connection_id, organization, organization_key, remote_project_id,
                    remote_name, assigned_only, rhythm, created_at, created_by)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(link.id().value())
                .param(link.project().value())
                .param(link.connection().value())
                .param(link.organization())
                .param(organizationKey)
                .param(link.remoteProject().value())
                .param(link.remoteName())
                .param(link.assignedOnly())
                .param(text(link.rhythm()))
                .param(ProjectRepository.utc(created))
                .param(createdBy)
                .update();
        elements.insert(link.id(), link.elements());
    }

    /** Changes what a link covers and how it is synced; what it covers still keeps its name and problem as given. */
    public void change(LinkId id, List<LinkedElement> covered, boolean assignedOnly, @Nullable Rhythm rhythm) {
        jdbc.sql("UPDATE link SET assigned_only = ?, rhythm = ? WHERE id = ?")
                .param(assignedOnly)
                .param(text(rhythm))
                .param(id.value())
                .update();
        elements.erase(id);
        elements.insert(id, covered);
    }

    private static @Nullable String text(@Nullable Rhythm rhythm) {
        return rhythm == null ? null : rhythm.text();
    }

    public void describe(
            LinkId id,
            String remoteName,
            @Nullable String process,
            @Nullable String processKey,
            @Nullable String processBase,
            @Nullable String webAddress) {
        jdbc.sql("UPDATE link SET remote_name = ?, process = ?, process_key = ?, process_base = ?,"
                        + " web_address = COALESCE(?, web_address) WHERE id = ?")
                .param(remoteName)
                .param(process)
                .param(processKey)
                .param(processBase)
                .param(webAddress)
                .param(id.value())
                .update();
    }

    /**
     * Gives all links of the organization whose process has the key its new name, and tells how they called it before. Nothing happens
     * while another process of the organization still goes by that name.
     */
    public List<ProcessRenamed> renameProcess(LinkId id, String key, String name) {
        List<ProcessRenamed> renamed = jdbc.sql("""
                        SELECT DISTINCT k.organization_key, k.process FROM link me
                        JOIN link k ON k.organization_key = me.organization_key AND k.process_key = :key
                        WHERE me.id = :id AND k.process <> :name AND NOT EXISTS (SELECT 1 FROM link o
                            WHERE o.organization_key = me.organization_key AND o.process = :name AND o.process_key <> :key)
                        """)
                .param("id", id.value())
                .param("key", key)
                .param("name", name)
                .query((rs, _) -> new ProcessRenamed(rs.getString(1), rs.getString(2), name))
                .list();
        renamed.forEach(one -> jdbc.sql(
                        "UPDATE link SET process = ? WHERE organization_key = ? AND process_key = ? AND process = ?")
                .params(name, one.organization(), key, one.before())
                .update());
        return renamed;
    }

    public void markLoaded(LinkId id, Instant when) {
        jdbc.sql("UPDATE link SET loaded_at = COALESCE(loaded_at, ?) WHERE id = ?")
                .param(ProjectRepository.utc(when))
                .param(id.value())
                .update();
    }

    public void detach(ConnectionId connection, Instant when) {
        jdbc.sql("UPDATE link SET detached_at = ? WHERE connection_id = ? AND detached_at IS NULL")
                .param(ProjectRepository.utc(when))
                .param(connection.value())
                .update();
    }

    public void detach(LinkId id, Instant when) {
        jdbc.sql("UPDATE link SET detached_at = ? WHERE id = ?")
                .param(ProjectRepository.utc(when))
                .param(id.value())
                .update();
    }

    public void delete(Collection<LinkId> ids) {
        ids.forEach(id -> {
            elements.erase(id);
            jdbc.sql("DELETE FROM link WHERE id = ?").param(id.value()).update();
        });
    }
}
