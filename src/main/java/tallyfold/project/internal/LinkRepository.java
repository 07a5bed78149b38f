package tallyfold.project.internal;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tallyfold.connection.ConnectionId;
import tallyfold.project.Link;
import tallyfold.project.LinkId;
import tallyfold.project.LinkedElement;
import tallyfold.project.ProjectId;
import tallyfold.provider.Element;
import tallyfold.provider.ElementKind;
import tallyfold.provider.RemoteProjectId;

/** The table of links. */
@Repository
public class LinkRepository {

    private static final String SELECT = "SELECT id, project_id, connection_id, organization, remote_project_id,"
            + " remote_name, process, web_address, assigned_only, sync_every_seconds, loaded_at, detached_at FROM link ";

    private final JdbcClient jdbc;

    LinkRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits until nobody else makes links; holds until the transaction ends. */
    public void lockGate() {
        jdbc.sql("SELECT only_row FROM link_gate WHERE only_row = 1 FOR UPDATE")
                .query((rs, _) -> rs.getInt(1))
                .single();
    }

    public Optional<Link> find(LinkId id) {
        return jdbc.sql(SELECT + "WHERE id = ?")
                .param(id.value())
                .query(this::link)
                .optional();
    }

    public List<Link> ofProject(ProjectId project) {
        return jdbc.sql(SELECT + "WHERE project_id = ? ORDER BY created_at, id")
                .param(project.value())
                .query(this::link)
                .list();
    }

    public List<Link> ofConnection(ConnectionId connection) {
        return jdbc.sql(SELECT + "WHERE connection_id = ? AND detached_at IS NULL ORDER BY created_at, id")
                .param(connection.value())
                .query(this::link)
                .list();
    }

    public List<Link> attached() {
        return jdbc.sql(SELECT + "WHERE detached_at IS NULL ORDER BY created_at, id")
                .query(this::link)
                .list();
    }

    /** The projects that the remote projects of an organization are linked to, whichever connection does it. */
    public Map<RemoteProjectId, ProjectId> linkedOf(String organizationKey) {
        Map<RemoteProjectId, ProjectId> linked = new HashMap<>();
        jdbc.sql("SELECT remote_project_id, project_id FROM link"
                        + " WHERE organization_key = ? AND detached_at IS NULL ORDER BY created_at DESC, id")
                .param(organizationKey)
                .query(rs -> {
                    linked.put(new RemoteProjectId(rs.getString(1)), new ProjectId(rs.getObject(2, UUID.class)));
                });
        return linked;
    }

    /** Read-only copies that a project keeps of a remote project whose connection is gone. */
    public List<LinkId> detachedOf(ProjectId project, String organizationKey, RemoteProjectId remote) {
        return jdbc.sql("SELECT id FROM link WHERE project_id = ? AND organization_key = ? AND remote_project_id = ?"
                        + " AND detached_at IS NOT NULL")
                .param(project.value())
                .param(organizationKey)
                .param(remote.value())
                .query((rs, _) -> new LinkId(rs.getObject(1, UUID.class)))
                .list();
    }

    public void insert(Link link, String organizationKey, Instant created, String createdBy) {
        jdbc.sql("""
                INSERT INTO link (id, project_id, connection_id, organization, organization_key, remote_project_id,
                    remote_name, assigned_only, sync_every_seconds, created_at, created_by)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(link.id().value())
                .param(link.project().value())
                .param(link.connection().value())
                .param(link.organization())
                .param(organizationKey)
                .param(link.remoteProject().value())
                .param(link.remoteName())
                .param(link.assignedOnly())
                .param(link.syncEvery() == null ? null : link.syncEvery().toSeconds())
                .param(ProjectRepository.utc(created))
                .param(createdBy)
                .update();
        insertElements(link.id(), link.elements());
    }

    public void describe(
            LinkId id,
            String remoteName,
            @Nullable String process,
            @Nullable String processBase,
            @Nullable String webAddress) {
        jdbc.sql("UPDATE link SET remote_name = ?, process = ?, process_base = ?,"
                        + " web_address = COALESCE(?, web_address) WHERE id = ?")
                .param(remoteName)
                .param(process)
                .param(processBase)
                .param(webAddress)
                .param(id.value())
                .update();
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

    public void delete(Collection<LinkId> ids) {
        ids.forEach(id -> {
            jdbc.sql("DELETE FROM link_element WHERE link_id = ?")
                    .param(id.value())
                    .update();
            jdbc.sql("DELETE FROM link WHERE id = ?").param(id.value()).update();
        });
    }

    private Link link(ResultSet rs, int row) throws SQLException {
        String address = rs.getString("web_address");
        LinkId id = new LinkId(rs.getObject("id", UUID.class));
        Long seconds = rs.getObject("sync_every_seconds", Long.class);
        return new Link(
                id,
                new ProjectId(rs.getObject("project_id", UUID.class)),
                new ConnectionId(rs.getObject("connection_id", UUID.class)),
                rs.getString("organization"),
                new RemoteProjectId(rs.getString("remote_project_id")),
                rs.getString("remote_name"),
                rs.getString("process"),
                address == null ? null : URI.create(address),
                elements(id),
                rs.getBoolean("assigned_only"),
                seconds == null ? null : Duration.ofSeconds(seconds),
                instant(rs, "loaded_at"),
                instant(rs, "detached_at"));
    }

    private List<LinkedElement> elements(LinkId link) {
        return jdbc.sql("SELECT kind, element_key, below, name, problem FROM link_element WHERE link_id = ?"
                        + " ORDER BY position, kind, element_key")
                .param(link.value())
                .query((rs, _) -> new LinkedElement(
                        new Element(
                                ElementKind.valueOf(rs.getString("kind")),
                                rs.getString("element_key"),
                                rs.getBoolean("below")),
                        rs.getString("name"),
                        rs.getString("problem")))
                .list();
    }

    private void insertElements(LinkId link, List<LinkedElement> elements) {
        int position = 0;
        for (LinkedElement each : elements) {
            jdbc.sql("INSERT INTO link_element (link_id, kind, element_key, position, below, name, problem)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?)")
                    .param(link.value())
                    .param(each.element().kind().name())
                    .param(each.element().key())
                    .param(position++)
                    .param(each.element().below())
                    .param(each.name())
                    .param(each.problem())
                    .update();
        }
    }

    private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        OffsetDateTime time = rs.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
