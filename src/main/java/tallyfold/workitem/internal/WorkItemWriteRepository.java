package tallyfold.workitem.internal;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import tallyfold.connection.ConnectionId;
import tallyfold.project.Link;
import tallyfold.project.LinkId;
import tallyfold.provider.RemotePerson;
import tallyfold.provider.RemoteWorkItem;
import tallyfold.provider.StateCategory;

/** Writes the table of work items. */
@Repository
public class WorkItemWriteRepository {

    /**
     * What decides whether a read item is news.
     *
     * @param shown whether the link shows it; false when it is marked as removed, null when it was never shown
     */
    public record Stored(
            int rev,
            String hash,
            String category,
            @Nullable Instant stateChanged,
            @Nullable Boolean shown) {}

    /** An item to write. */
    public record Writing(RemoteWorkItem item, StateCategory category, String hash) {}

    static final int TYPE_LENGTH = 128;
    static final int STATE_LENGTH = 128;

    private static final int BATCH = 1000;

    private static final List<String> COLUMNS = List.of(
            "rev INTEGER",
            "type VARCHAR",
            "title VARCHAR",
            "state VARCHAR",
            "state_category VARCHAR",
            "assignee_key VARCHAR",
            "assignee_name VARCHAR",
            "assignee_active BOOLEAN",
            "area_path VARCHAR",
            "iteration_path VARCHAR",
            "parent_id BIGINT",
            "sort_rank DOUBLE PRECISION",
            "priority INTEGER",
            "effort DOUBLE PRECISION",
            "original_estimate DOUBLE PRECISION",
            "remaining_work DOUBLE PRECISION",
            "completed_work DOUBLE PRECISION",
            "start_date TIMESTAMP WITH TIME ZONE",
            "target_date TIMESTAMP WITH TIME ZONE",
            "due_date TIMESTAMP WITH TIME ZONE",
            "tags VARCHAR",
            "created_at TIMESTAMP WITH TIME ZONE",
            "changed_at TIMESTAMP WITH TIME ZONE",
            "activated_at TIMESTAMP WITH TIME ZONE",
            "resolved_at TIMESTAMP WITH TIME ZONE",
            "closed_at TIMESTAMP WITH TIME ZONE",
            "state_changed_at TIMESTAMP WITH TIME ZONE",
            "web_address VARCHAR",
            "warnings VARCHAR",
            "content_hash VARCHAR");

    private static final String INSERT = insertStatement();
    private static final String MERGE = mergeStatement();

    private final JdbcTemplate jdbc;

    WorkItemWriteRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What is stored of the given items, and what of them a link shows. */
    public Map<Long, Stored> stored(Link link, Collection<Long> ids) {
        Map<Long, Stored> stored = HashMap.newHashMap(ids.size());
        jdbc.query(
                "SELECT w.remote_id, w.rev, w.content_hash, w.state_category, w.state_changed_at, l.link_id, l.removed_at"
                        + " FROM UNNEST(CAST(? AS BIGINT ARRAY)) AS u(id)"
                        + " JOIN work_item w ON w.connection_id = ? AND w.remote_id = u.id"
                        + " LEFT JOIN link_item l ON l.project_id = ? AND l.remote_id = w.remote_id"
                        + " AND l.connection_id = w.connection_id AND l.link_id = ?",
                ps -> {
                    ps.setArray(1, IdArray.of(ps, ids));
                    ps.setObject(2, link.connection().value());
                    ps.setObject(3, link.project().value());
                    ps.setObject(4, link.id().value());
                },
                rs -> {
                    OffsetDateTime changed = rs.getObject(5, OffsetDateTime.class);
                    stored.put(
                            rs.getLong(1),
                            new Stored(
                                    rs.getInt(2),
                                    rs.getString(3),
                                    rs.getString(4),
                                    changed == null ? null : changed.toInstant(),
                                    rs.getObject(6) == null ? null : rs.getObject(7) == null));
                });
        return stored;
    }

    /** Inserts items that are not stored yet, at half the price of {@link #write}. */
    public void insert(ConnectionId connection, List<Writing> items) {
        batch(INSERT, connection, items);
    }

    /** Inserts or replaces; a row with a higher revision stays as it is. */
    public void write(ConnectionId connection, List<Writing> items) {
        batch(MERGE, connection, items);
    }

    private void batch(String statement, ConnectionId connection, List<Writing> items) {
        if (!items.isEmpty()) {
            jdbc.batchUpdate(statement, items, BATCH, (ps, item) -> bind(ps, connection, item));
        }
    }

    /** Deletes items that no link shows any more. */
    public void deleteUnlinked() {
        jdbc.update("DELETE FROM work_item WHERE NOT EXISTS (SELECT 1 FROM link_item l"
                + " WHERE l.connection_id = work_item.connection_id AND l.remote_id = work_item.remote_id)");
    }

    /** Deletes those of the given items that no link shows any more. */
    public void deleteUnlinked(ConnectionId connection, Collection<Long> ids) {
        jdbc.batchUpdate(
                "DELETE FROM work_item WHERE connection_id = ? AND remote_id = ? AND NOT EXISTS (SELECT 1 FROM link_item l"
                        + " WHERE l.connection_id = work_item.connection_id AND l.remote_id = work_item.remote_id)",
                ids,
                BATCH,
                (ps, id) -> {
                    ps.setObject(1, connection.value());
                    ps.setLong(2, id);
                });
    }

    /** Puts copies of the items a link shows under another key. */
    public void copy(LinkId link, ConnectionId copy) {
        String columns = String.join(", ", names());
        jdbc.update(
                "INSERT INTO work_item (connection_id, remote_id, " + columns
                        + ") SELECT CAST(? AS UUID), w.remote_id, "
                        + names().stream().map(name -> "w." + name).collect(Collectors.joining(", "))
                        + " FROM link k JOIN link_item li ON li.project_id = k.project_id AND li.link_id = k.id"
                        + " JOIN work_item w ON w.connection_id = li.connection_id"
                        + " AND w.remote_id = li.remote_id WHERE k.id = ?",
                copy.value(),
                link.value());
    }

    /** Has a link show the copies of its items under another key; items that no other link shows go. */
    public void showCopies(LinkId link, ConnectionId copy) {
        jdbc.update(
                "UPDATE link_item SET connection_id = ?"
                        + " WHERE project_id = (SELECT k.project_id FROM link k WHERE k.id = ?) AND link_id = ?",
                copy.value(),
                link.value(),
                link.value());
        jdbc.update(
                "DELETE FROM work_item WHERE connection_id = (SELECT k.connection_id FROM link k WHERE k.id = ?)"
                        + " AND NOT EXISTS (SELECT 1 FROM link_item l"
                        + " WHERE l.connection_id = work_item.connection_id AND l.remote_id = work_item.remote_id)",
                link.value());
    }

    private static List<String> names() {
        return COLUMNS.stream().map(c -> c.substring(0, c.indexOf(' '))).toList();
    }

    private static String insertStatement() {
        return "INSERT INTO work_item (connection_id, remote_id, " + String.join(", ", names()) + ") VALUES (?, ?"
                + ", ?".repeat(COLUMNS.size()) + ")";
    }

    private static String mergeStatement() {
        List<String> names = names();
        String values = COLUMNS.stream()
                .map(c -> "CAST(? AS " + c.substring(c.indexOf(' ') + 1) + ")")
                .collect(Collectors.joining(", "));
        String columns = String.join(", ", names);
        return "MERGE INTO work_item t USING (VALUES (CAST(? AS UUID), CAST(? AS BIGINT), " + values
                + ")) AS s (connection_id, remote_id, " + columns
                + ") ON t.connection_id = s.connection_id AND t.remote_id = s.remote_id"
                + " WHEN MATCHED AND s.rev >= t.rev THEN UPDATE SET "
                + names.stream().map(n -> n + " = s." + n).collect(Collectors.joining(", "))
                + " WHEN NOT MATCHED THEN INSERT (connection_id, remote_id, " + columns
                + ") VALUES (s.connection_id, s.remote_id, "
                + names.stream().map(n -> "s." + n).collect(Collectors.joining(", ")) + ")";
    }

    private static void bind(PreparedStatement ps, ConnectionId connection, Writing writing) throws SQLException {
        RemoteWorkItem item = writing.item();
        RemotePerson assignee = item.assignee();
        int i = 0;
        ps.setObject(++i, connection.value());
        ps.setLong(++i, item.id());
        ps.setInt(++i, item.rev());
        ps.setString(++i, StoredText.fit(item.type(), TYPE_LENGTH));
        ps.setString(++i, StoredText.fit(item.title(), 1024));
        ps.setString(++i, StoredText.fit(item.state(), STATE_LENGTH));
        ps.setString(++i, writing.category().name());
        ps.setString(++i, assignee == null ? null : StoredText.fit(assignee.key(), 512));
        ps.setString(++i, assignee == null ? null : StoredText.fit(assignee.displayName(), 512));
        ps.setObject(++i, assignee == null ? null : assignee.active(), Types.BOOLEAN);
        ps.setString(++i, StoredText.fit(item.areaPath(), 4000));
        ps.setString(++i, StoredText.fit(item.iterationPath(), 4000));
        ps.setObject(++i, item.parentId(), Types.BIGINT);
        ps.setObject(++i, item.rank(), Types.DOUBLE);
        ps.setObject(++i, item.priority(), Types.INTEGER);
        ps.setObject(++i, item.effort(), Types.DOUBLE);
        ps.setObject(++i, item.originalEstimate(), Types.DOUBLE);
        ps.setObject(++i, item.remainingWork(), Types.DOUBLE);
        ps.setObject(++i, item.completedWork(), Types.DOUBLE);
        time(ps, ++i, item.startDate());
        time(ps, ++i, item.targetDate());
        time(ps, ++i, item.dueDate());
        ps.setString(++i, StoredText.fit(String.join("; ", item.tags()), 4000));
        time(ps, ++i, item.created());
        time(ps, ++i, item.changed());
        time(ps, ++i, item.activated());
        time(ps, ++i, item.resolved());
        time(ps, ++i, item.closed());
        time(ps, ++i, item.stateChanged());
        ps.setString(
                ++i,
                item.webAddress() == null ? null : address(item.webAddress().toString()));
        ps.setString(++i, item.warnings().isEmpty() ? null : StoredText.fit(String.join("\n", item.warnings()), 1000));
        ps.setString(++i, writing.hash());
    }

    /** Half an address leads nowhere. */
    private static @Nullable String address(String address) {
        return address.length() <= 1024 ? address : null;
    }

    private static void time(PreparedStatement ps, int index, @Nullable Instant instant) throws SQLException {
        OffsetDateTime time = instant == null ? null : StoredTime.fit(instant).atOffset(ZoneOffset.UTC);
        ps.setObject(index, time, Types.TIMESTAMP_WITH_TIMEZONE);
    }
}
