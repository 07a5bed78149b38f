package tallyfold.workitem.internal;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import tallyfold.project.Link;
import tallyfold.project.LinkId;

/** Writes which items a link shows. */
@Repository
public class LinkItemRepository {

    private static final int BATCH = 1000;

    /** The line of one item, by its key. */
    private static final String OF_LINK =
            " WHERE project_id = ? AND remote_id = ? AND connection_id = ? AND link_id = ?";

    private final JdbcTemplate jdbc;

    LinkItemRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Those of some items that a link does not show.
     *
     * @param unknown never shown
     * @param removed marked as removed
     */
    public record Hidden(List<Long> unknown, List<Long> removed) {

        public Set<Long> all() {
            Set<Long> all = new HashSet<>(unknown);
            all.addAll(removed);
            return all;
        }
    }

    /** Has a link show what it did not. */
    public void show(Link link, Hidden hidden) {
        if (!hidden.unknown().isEmpty()) {
            jdbc.batchUpdate(
                    "INSERT INTO link_item (link_id, project_id, connection_id, remote_id) VALUES (?, ?, ?, ?)",
                    hidden.unknown(),
                    BATCH,
                    (ps, id) -> {
                        ps.setObject(1, link.id().value());
                        ps.setObject(2, link.project().value());
                        ps.setObject(3, link.connection().value());
                        ps.setLong(4, id);
                    });
        }
        if (!hidden.removed().isEmpty()) {
            jdbc.batchUpdate(
                    "UPDATE link_item SET removed_at = NULL" + OF_LINK,
                    hidden.removed(),
                    BATCH,
                    (ps, id) -> line(ps, 1, link, id));
        }
    }

    /** The ids a link shows, ascending. */
    public long[] shown(Link link) {
        LongStream.Builder ids = LongStream.builder();
        jdbc.query(
                "SELECT remote_id FROM link_item WHERE project_id = ? AND link_id = ? AND removed_at IS NULL"
                        + " ORDER BY remote_id",
                rs -> {
                    ids.add(rs.getLong(1));
                },
                link.project().value(),
                link.id().value());
        return ids.build().toArray();
    }

    public void markRemoved(Link link, Collection<Long> ids, Instant when) {
        jdbc.batchUpdate(
                "UPDATE link_item SET removed_at = ?" + OF_LINK + " AND removed_at IS NULL", ids, BATCH, (ps, id) -> {
                    ps.setObject(1, when.atOffset(ZoneOffset.UTC));
                    line(ps, 2, link, id);
                });
    }

    public void delete(Link link, Collection<Long> ids) {
        jdbc.batchUpdate("DELETE FROM link_item" + OF_LINK, ids, BATCH, (ps, id) -> line(ps, 1, link, id));
    }

    /** Binds what {@link #OF_LINK} asks for. */
    private static void line(PreparedStatement ps, int from, Link link, long id) throws SQLException {
        ps.setObject(from, link.project().value());
        ps.setLong(from + 1, id);
        ps.setObject(from + 2, link.connection().value());
        ps.setObject(from + 3, link.id().value());
    }

    /** Links that show some items as removed before the given time. */
    public List<LinkId> withRemoved(Instant before) {
        return jdbc.query(
                "SELECT DISTINCT link_id FROM link_item WHERE removed_at < ?",
                (row, _) -> new LinkId(row.getObject(1, UUID.class)),
                before.atOffset(ZoneOffset.UTC));
    }

    public int deleteRemoved(Instant before) {
        return jdbc.update("DELETE FROM link_item WHERE removed_at < ?", before.atOffset(ZoneOffset.UTC));
    }

    public void erase(LinkId link) {
        jdbc.update(
                "DELETE FROM link_item WHERE project_id = (SELECT k.project_id FROM link k WHERE k.id = ?) AND link_id = ?",
                link.value(),
                link.value());
    }
}
