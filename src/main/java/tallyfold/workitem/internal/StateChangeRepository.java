package tallyfold.workitem.internal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import tallyfold.connection.ConnectionId;
import tallyfold.project.LinkId;
import tallyfold.project.ProjectId;
import tallyfold.provider.RemoteWorkItem;
import tallyfold.workitem.StateChange;
import tallyfold.workitem.WorkItemKey;

/**
 * Since when items were in which state: the state an item is in now stands with the item, those before in a table of their
 * own. Rows go with their item.
 */
@Repository
public class StateChangeRepository {

    private static final int BATCH = 1000;

    private record Change(long item, Instant at) {}

    private final JdbcTemplate jdbc;

    StateChangeRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps what revisions say; of items that are not stored, and what is known, nothing. */
    public void add(ConnectionId connection, Collection<RemoteWorkItem> revisions) {
        Map<Change, RemoteWorkItem> told = told(revisions);
        if (told.isEmpty()) {
            return;
        }
        Map<Long, Set<Instant>> known = known(
                connection, told.keySet().stream().map(Change::item).distinct().toList());
        told.keySet().removeIf(change -> {
            Set<Instant> times = known.get(change.item());
            return times == null || times.contains(change.at());
        });
        insert(connection, told);
    }

    /** Keeps the states that some stored items are in, because they are about to change. */
    public void leave(ConnectionId connection, Collection<Long> items) {
        if (items.isEmpty()) {
            return;
        }
        jdbc.update(
                "INSERT INTO state_change (connection_id, remote_id, changed_at, type, state)"
                        + " SELECT w.connection_id, w.remote_id, w.state_changed_at, w.type, w.state"
                        + " FROM UNNEST(CAST(? AS BIGINT ARRAY)) AS u(id)"
                        + " JOIN work_item w ON w.connection_id = ? AND w.remote_id = u.id"
                        + " WHERE w.state_changed_at IS NOT NULL AND w.state <> ''"
                        + " AND NOT EXISTS (SELECT 1 FROM state_change s WHERE s.connection_id = w.connection_id"
                        + " AND s.remote_id = w.remote_id AND s.changed_at = w.state_changed_at)",
                ps -> {
                    ps.setArray(1, IdArray.of(ps, items));
                    ps.setObject(2, connection.value());
                });
    }

    private static Map<Change, RemoteWorkItem> told(Collection<RemoteWorkItem> revisions) {
        Map<Change, RemoteWorkItem> told = new LinkedHashMap<>();
        for (RemoteWorkItem revision : revisions) {
            Instant at = revision.stateChanged();
            if (at != null && !revision.state().isBlank()) {
                told.putIfAbsent(new Change(revision.id(), StoredTime.fit(at)), revision);
            }
        }
        return told;
    }

    private void insert(ConnectionId connection, Map<Change, RemoteWorkItem> news) {
        if (news.isEmpty()) {
            return;
        }
        jdbc.batchUpdate(
                "INSERT INTO state_change (connection_id, remote_id, changed_at, type, state) VALUES (?, ?, ?, ?, ?)",
                news.entrySet(),
                BATCH,
                (ps, one) -> {
                    ps.setObject(1, connection.value());
                    ps.setLong(2, one.getKey().item());
                    ps.setObject(3, one.getKey().at().atOffset(ZoneOffset.UTC));
                    ps.setString(4, StoredText.fit(one.getValue().type(), 128));
                    ps.setString(5, StoredText.fit(one.getValue().state(), 128));
                });
    }

    /** When stored items changed their state, as far as is known; items that are not stored are left out. */
    private Map<Long, Set<Instant>> known(ConnectionId connection, Collection<Long> items) {
        Map<Long, Set<Instant>> known = HashMap.newHashMap(items.size());
        jdbc.query(
                "SELECT w.remote_id, w.state_changed_at, s.changed_at FROM UNNEST(CAST(? AS BIGINT ARRAY)) AS u(id)"
                        + " JOIN work_item w ON w.connection_id = ? AND w.remote_id = u.id"
                        + " LEFT JOIN state_change s ON s.connection_id = w.connection_id AND s.remote_id = w.remote_id",
                ps -> {
                    ps.setArray(1, IdArray.of(ps, items));
                    ps.setObject(2, connection.value());
                },
                rs -> {
                    Set<Instant> times = known.computeIfAbsent(rs.getLong(1), _ -> new HashSet<>(2));
                    for (int column = 2; column <= 3; column++) {
                        OffsetDateTime at = rs.getObject(column, OffsetDateTime.class);
                        if (at != null) {
                            times.add(at.toInstant());
                        }
                    }
                });
        return known;
    }

    /** Puts copies of the changes of the items a link shows under another key, where the items are already. */
    public void copy(LinkId link, ConnectionId copy) {
        jdbc.update(
                "INSERT INTO state_change (connection_id, remote_id, changed_at, type, state)"
                        + " SELECT CAST(? AS UUID), s.remote_id, s.changed_at, s.type, s.state FROM link k"
                        + " JOIN link_item li ON li.project_id = k.project_id AND li.link_id = k.id"
                        + " JOIN state_change s ON s.connection_id = li.connection_id AND s.remote_id = li.remote_id"
                        + " WHERE k.id = ?",
                copy.value(),
                link.value());
    }

    /** The changes of an item that a project shows, oldest first. */
    public List<StateChange> of(ProjectId project, WorkItemKey item) {
        return jdbc.query(
                """
                SELECT a.changed_at, a.type, a.state FROM (
                    SELECT s.connection_id, s.remote_id, s.changed_at, s.type, s.state FROM state_change s
                    WHERE s.connection_id = ? AND s.remote_id = ?
                    UNION ALL
                    SELECT w.connection_id, w.remote_id, w.state_changed_at, w.type, w.state FROM work_item w
                    WHERE w.connection_id = ? AND w.remote_id = ? AND w.state_changed_at IS NOT NULL AND w.state <> ''
                      AND NOT EXISTS (SELECT 1 FROM state_change t WHERE t.connection_id = w.connection_id
                        AND t.remote_id = w.remote_id AND t.changed_at = w.state_changed_at)) a
                WHERE EXISTS (SELECT 1 FROM link_item li WHERE li.project_id = ?
                    AND li.connection_id = a.connection_id AND li.remote_id = a.remote_id)
                ORDER BY a.changed_at
                """,
                (rs, _) -> new StateChange(
                        rs.getObject(1, OffsetDateTime.class).toInstant(), rs.getString(2), rs.getString(3)),
                item.connection().value(),
                item.id(),
                item.connection().value(),
                item.id(),
                project.value());
    }
}
