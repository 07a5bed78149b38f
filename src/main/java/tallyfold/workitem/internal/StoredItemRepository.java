package tallyfold.workitem.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import tallyfold.connection.ConnectionId;
import tallyfold.project.LinkId;
import tallyfold.workitem.StoredItem;

/** Reads what is stored of some items and who shows them. */
@Repository
public class StoredItemRepository {

    private final JdbcTemplate jdbc;

    StoredItemRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public Map<Long, StoredItem> find(ConnectionId connection, Collection<Long> ids) {
        Map<Long, Integer> revisions = new HashMap<>();
        Map<Long, @Nullable Long> parents = new HashMap<>();
        Map<Long, Set<LinkId>> links = new HashMap<>();
        jdbc.query(
                "SELECT w.remote_id, w.rev, w.parent_id, l.link_id FROM UNNEST(CAST(? AS BIGINT ARRAY)) AS u(id)"
                        + " JOIN work_item w ON w.connection_id = ? AND w.remote_id = u.id"
                        + " LEFT JOIN link_item l ON l.connection_id = w.connection_id AND l.remote_id = w.remote_id"
                        + " AND l.removed_at IS NULL",
                ps -> {
                    ps.setArray(1, IdArray.of(ps, ids));
                    ps.setObject(2, connection.value());
                },
                rs -> {
                    long id = rs.getLong(1);
                    revisions.put(id, rs.getInt(2));
                    parents.put(id, rs.getObject(3, Long.class));
                    Set<LinkId> shown = links.computeIfAbsent(id, _ -> new HashSet<>());
                    UUID link = rs.getObject(4, UUID.class);
                    if (link != null) {
                        shown.add(new LinkId(link));
                    }
                });
        Map<Long, StoredItem> found = new HashMap<>();
        revisions.forEach((id, rev) ->
                found.put(id, new StoredItem(rev, parents.get(id), links.getOrDefault(id, Set.of()))));
        return found;
    }
}
