package tallyfold.workitem.internal;

import java.time.Instant;
import java.time.OffsetDateTime;
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

    /**
     * What a linked item says.
     *
     * @param linked when its link was made
     */
    public record Value(
            Instant linked, String organization, @Nullable String process, String type, String field, String text) {

        public boolean isOf(FieldMappingRepository.Kept kept) {
            return kept.organization().equals(organization)
                    && kept.mapping().process().equals(process)
                    && kept.mapping().type().equals(type)
                    && kept.mapping().field().reference().equals(field);
        }
    }

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

    /** What one item of a link says in its mapped fields. */
    public List<Value> values(LinkId link, long item) {
        return jdbc.sql("""
                        SELECT k.created_at, k.organization_key, k.process, w.type, f.field, f.field_value FROM link k
                        JOIN work_item w ON w.connection_id = k.connection_id AND w.remote_id = :item
                        JOIN work_item_field f ON f.connection_id = w.connection_id AND f.remote_id = w.remote_id
                        WHERE k.id = :link
                        """)
                .param("item", item)
                .param("link", link.value())
                .query((rs, _) -> new Value(
                        rs.getObject(1, OffsetDateTime.class).toInstant(),
                        rs.getString(2),
                        rs.getString(3),
                        rs.getString(4),
                        rs.getString(5),
                        rs.getString(6)))
                .list();
    }
}
