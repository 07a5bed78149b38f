package tallyfold.project.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tallyfold.project.LinkId;
import tallyfold.project.LinkOverlap;
import tallyfold.project.ProjectId;
import tallyfold.provider.Element;
import tallyfold.provider.ElementKind;
import tallyfold.provider.RemoteProjectId;

/**
 * Finds links that cover the same, whichever connection they go through. The whole of a remote project and a part of it
 * overlap only within one project: that another project has the whole is how portfolios are made.
 */
@Repository
public class LinkOverlapRepository {

    private final JdbcClient jdbc;

    LinkOverlapRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The overlaps of parts a project is to be linked to; a link is not compared with itself. */
    public List<LinkOverlap> find(
            String organizationKey,
            RemoteProjectId remote,
            ProjectId project,
            @Nullable LinkId except,
            List<Element> elements) {
        return jdbc
                .sql("""
                SELECT l.id, l.project_id, p.name AS project_name, l.created_by, e.kind, e.element_key, e.below, e.name
                FROM link l
                JOIN link_element e ON e.link_id = l.id
                JOIN project p ON p.id = l.project_id
                WHERE l.organization_key = ? AND l.remote_project_id = ? AND l.detached_at IS NULL
                ORDER BY l.created_at, l.id, e.position""")
                .param(organizationKey)
                .param(remote.value())
                .query((rs, _) -> overlap(rs, project))
                .list()
                .stream()
                .filter(found -> !found.link().equals(except) && covered(found, elements))
                .toList();
    }

    private static boolean covered(LinkOverlap found, List<Element> elements) {
        return elements.stream()
                .anyMatch(each -> each.samePart(found.element())
                        || (found.sameProject() && (isWhole(each) || isWhole(found.element()))));
    }

    private static boolean isWhole(Element element) {
        return element.kind() == ElementKind.PROJECT;
    }

    private static LinkOverlap overlap(ResultSet rs, ProjectId project) throws SQLException {
        ProjectId other = new ProjectId(rs.getObject("project_id", UUID.class));
        return new LinkOverlap(
                LinkRows.element(rs),
                rs.getString("name"),
                new LinkId(rs.getObject("id", UUID.class)),
                other,
                rs.getString("project_name"),
                other.equals(project),
                rs.getString("created_by"));
    }
}
