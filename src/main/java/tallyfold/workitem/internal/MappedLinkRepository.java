package tallyfold.workitem.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tallyfold.project.LinkId;

/** What mappings need to know of links. */
@Repository
public class MappedLinkRepository {

    /** Where a link belongs; the process is null before its first load. */
    public record Place(String organization, @Nullable String process) {}

    private final JdbcClient jdbc;

    MappedLinkRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Place> place(LinkId link) {
        return jdbc.sql("SELECT organization_key, process FROM link WHERE id = ? AND detached_at IS NULL")
                .param(link.value())
                .query((rs, _) -> new Place(rs.getString(1), rs.getString(2)))
                .optional();
    }

    /** Names of the types of a link's own items. */
    public List<String> types(LinkId link) {
        return jdbc.sql("SELECT name FROM work_item_type WHERE link_id = ? AND own ORDER BY name")
                .param(link.value())
                .query((rs, _) -> rs.getString(1))
                .list();
    }

    /** The links in sync that go by a process of an organization. */
    public List<LinkId> byProcess(String organization, String process) {
        return jdbc.sql("""
                        SELECT id FROM link WHERE organization_key = ? AND process = ? AND detached_at IS NULL
                        ORDER BY created_at, id
                        """)
                .params(organization, process)
                .query((rs, _) -> new LinkId(rs.getObject(1, UUID.class)))
                .list();
    }
}
