package tallyfold.workitem.internal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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

    /** Those the link does not show. {@code known} are those of them stored before: of others no link can have a row. */
    public Hidden hidden(LinkId link, Collection<Long> ids, Collection<Long> known) {
        Map<Long, Boolean> shown = known.isEmpty() ? Map.of() : shownBefore(link, known);
        List<Long> unknown = new ArrayList<>();
        List<Long> removed = new ArrayList<>();
        for (Long id : ids) {
            Boolean before = shown.get(id);
            if (before == null) {
                unknown.add(id);
            } else if (!before) {
                removed.add(id);
            }
        }
        return new Hidden(unknown, removed);
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
                    "UPDATE link_item SET removed_at = NULL WHERE link_id = ? AND remote_id = ?",
                    hidden.removed(),
                    BATCH,
                    (ps, id) -> {
                        ps.setObject(1, link.id().value());
                        ps.setLong(2, id);
                    });
        }
    }

    private Map<Long, Boolean> shownBefore(LinkId link, Collection<Long> ids) {
        Map<Long, Boolean> shown = HashMap.newHashMap(ids.size());
        jdbc.query(
                "SELECT l.remote_id, l.removed_at FROM UNNEST(CAST(? AS BIGINT ARRAY)) AS u(id)"
                        + " JOIN link_item l ON l.link_id = ? AND l.remote_id = u.id",
                ps -> {
                    ps.setArray(1, IdArray.of(ps, ids));
                    ps.setObject(2, link.value());
                },
                rs -> {
                    shown.put(rs.getLong(1), rs.getObject(2) == null);
                });
        return shown;
    }

    /** The ids a link shows, ascending. */
    public long[] shown(LinkId link) {
        LongStream.Builder ids = LongStream.builder();
        jdbc.query(
                "SELECT remote_id FROM link_item WHERE link_id = ? AND removed_at IS NULL ORDER BY remote_id",
                rs -> {
                    ids.add(rs.getLong(1));
                },
                link.value());
        return ids.build().toArray();
    }

    public void markRemoved(LinkId link, Collection<Long> ids, Instant when) {
        jdbc.batchUpdate(
                "UPDATE link_item SET removed_at = ? WHERE link_id = ? AND remote_id = ? AND removed_at IS NULL",
                ids,
                BATCH,
                (ps, id) -> {
                    ps.setObject(1, when.atOffset(ZoneOffset.UTC));
                    ps.setObject(2, link.value());
                    ps.setLong(3, id);
                });
    }

    public void delete(LinkId link, Collection<Long> ids) {
        jdbc.batchUpdate("DELETE FROM link_item WHERE link_id = ? AND remote_id = ?", ids, BATCH, (ps, id) -> {
            ps.setObject(1, link.value());
            ps.setLong(2, id);
        });
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
        jdbc.update("DELETE FROM link_item WHERE link_id = ?", link.value());
    }
}
