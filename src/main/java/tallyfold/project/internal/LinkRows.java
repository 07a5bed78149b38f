package tallyfold.project.internal;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tallyfold.connection.ConnectionId;
import tallyfold.project.Link;
import tallyfold.project.LinkId;
import tallyfold.project.LinkedElement;
import tallyfold.project.ProjectId;
import tallyfold.project.Rhythm;
import tallyfold.provider.Element;
import tallyfold.provider.ElementKind;
import tallyfold.provider.RemoteProjectId;

/** Makes links out of rows that come once for each part a link covers. */
final class LinkRows {

    private LinkRows() {}

    static List<Link> read(ResultSet rs) throws SQLException {
        Map<LinkId, Link> links = new LinkedHashMap<>();
        Map<LinkId, List<LinkedElement>> covered = new LinkedHashMap<>();
        while (rs.next()) {
            LinkId id = new LinkId(rs.getObject("id", UUID.class));
            if (!links.containsKey(id)) {
                links.put(id, link(id, rs));
            }
            List<LinkedElement> elements = covered.computeIfAbsent(id, _ -> new ArrayList<>());
            if (rs.getString("kind") != null) {
                elements.add(new LinkedElement(element(rs), rs.getString("name"), rs.getString("problem")));
            }
        }
        return links.values().stream()
                .map(link -> covering(link, covered.getOrDefault(link.id(), List.of())))
                .toList();
    }

    static Element element(ResultSet rs) throws SQLException {
        return new Element(
                ElementKind.valueOf(rs.getString("kind")), rs.getString("element_key"), rs.getBoolean("below"));
    }

    private static Link link(LinkId id, ResultSet rs) throws SQLException {
        String address = rs.getString("web_address");
        String rhythm = rs.getString("rhythm");
        return new Link(
                id,
                new ProjectId(rs.getObject("project_id", UUID.class)),
                new ConnectionId(rs.getObject("connection_id", UUID.class)),
                rs.getString("organization"),
                new RemoteProjectId(rs.getString("remote_project_id")),
                rs.getString("remote_name"),
                rs.getString("process"),
                address == null ? null : URI.create(address),
                List.of(),
                rs.getBoolean("assigned_only"),
                rhythm == null ? null : Rhythm.parse(rhythm),
                instant(rs, "loaded_at"),
                instant(rs, "detached_at"));
    }

    private static Link covering(Link link, List<LinkedElement> elements) {
        return new Link(
                link.id(),
                link.project(),
                link.connection(),
                link.organization(),
                link.remoteProject(),
                link.remoteName(),
                link.process(),
                link.webAddress(),
                elements,
                link.assignedOnly(),
                link.rhythm(),
                link.loaded(),
                link.detached());
    }

    private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        OffsetDateTime time = rs.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
