package tallyfold.workitem.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tallyfold.connection.ConnectionId;
import tallyfold.project.LinkId;
import tallyfold.project.ProjectId;

/** Counts what links show, and keeps the counts. */
@Repository
public class ItemCountRepository {

    /** An item two links of a project share counts for the project through the first of them, as in {@link FilterSql#ONCE}. */
    private static final String COUNTED = """
            SELECT li.link_id, li.project_id, w.type, w.state, w.state_category, COUNT(*),
                SUM(CASE WHEN EXISTS (SELECT 1 FROM link_item o
                    WHERE o.connection_id = li.connection_id AND o.remote_id = li.remote_id
                      AND o.project_id = li.project_id AND o.removed_at IS NULL AND o.link_id < li.link_id)
                    THEN 1 ELSE 0 END)
            """;

    private static final String GROUPED = " GROUP BY li.link_id, li.project_id, w.type, w.state, w.state_category";

    private static final ResultSetExtractor<ShownCounts> COUNTS = rs -> {
        Map<ShownCounts.Key, ShownCounts.Count> counts = new HashMap<>();
        while (rs.next()) {
            counts.put(
                    new ShownCounts.Key(
                            new LinkId(rs.getObject(1, UUID.class)),
                            new ProjectId(rs.getObject(2, UUID.class)),
                            rs.getString(3),
                            rs.getString(4),
                            rs.getString(5)),
                    new ShownCounts.Count(rs.getInt(6), rs.getInt(7)));
        }
        return ShownCounts.of(counts);
    };

    private final JdbcTemplate jdbc;

    ItemCountRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What all links together show of the given items. */
    ShownCounts count(ConnectionId connection, Collection<Long> ids) {
        return some(jdbc.query(
                COUNTED + """
                        FROM UNNEST(CAST(? AS BIGINT ARRAY)) AS u(id)
                        JOIN link_item li ON li.connection_id = ? AND li.remote_id = u.id AND li.removed_at IS NULL
                        JOIN work_item w ON w.connection_id = li.connection_id AND w.remote_id = li.remote_id
                        """ + GROUPED,
                ps -> {
                    ps.setArray(1, IdArray.of(ps, ids));
                    ps.setObject(2, connection.value());
                },
                COUNTS));
    }

    /** All that the links of a project show, counted anew. */
    ShownCounts count(ProjectId project) {
        return some(jdbc.query(COUNTED + """
                        FROM link_item li
                        JOIN work_item w ON w.connection_id = li.connection_id AND w.remote_id = li.remote_id
                        WHERE li.project_id = ? AND li.removed_at IS NULL
                        """ + GROUPED, ps -> ps.setObject(1, project.value()), COUNTS));
    }

    /** The counts as they were kept. */
    ShownCounts kept(ProjectId project) {
        return some(jdbc.query(
                "SELECT link_id, project_id, type, state, state_category, items, shared FROM item_count"
                        + " WHERE project_id = ? AND (items <> 0 OR shared <> 0)",
                ps -> ps.setObject(1, project.value()),
                COUNTS));
    }

    private static ShownCounts some(@Nullable ShownCounts counts) {
        return counts == null ? ShownCounts.NONE : counts;
    }

    void add(ShownCounts difference) {
        List<Map.Entry<ShownCounts.Key, ShownCounts.Count>> rows =
                List.copyOf(difference.byKey().entrySet());
        if (rows.isEmpty()) {
            return;
        }
        jdbc.batchUpdate("""
                MERGE INTO item_count t USING (VALUES (CAST(? AS UUID), CAST(? AS UUID), CAST(? AS VARCHAR), CAST(? AS VARCHAR),
                    CAST(? AS VARCHAR), CAST(? AS INTEGER), CAST(? AS INTEGER)))
                    AS s (link_id, project_id, type, state, state_category, items, shared)
                ON t.link_id = s.link_id AND t.type = s.type AND t.state = s.state AND t.state_category = s.state_category
                WHEN MATCHED THEN UPDATE SET items = t.items + s.items, shared = t.shared + s.shared
                WHEN NOT MATCHED THEN INSERT (link_id, project_id, type, state, state_category, items, shared)
                    VALUES (s.link_id, s.project_id, s.type, s.state, s.state_category, s.items, s.shared)
                """, rows, rows.size(), (ps, row) -> {
            ShownCounts.Key key = row.getKey();
            ps.setObject(1, key.link().value());
            ps.setObject(2, key.project().value());
            ps.setString(3, key.type());
            ps.setString(4, key.state());
            ps.setString(5, key.category());
            ps.setInt(6, row.getValue().items());
            ps.setInt(7, row.getValue().shared());
        });
    }

    void forget(LinkId link) {
        jdbc.update("DELETE FROM item_count WHERE link_id = ?", link.value());
        jdbc.update("DELETE FROM item_version WHERE link_id = ?", link.value());
    }

    void forget(ProjectId project) {
        jdbc.update("DELETE FROM item_count WHERE project_id = ?", project.value());
    }

    /** Says that what the links show is not what it was; in a fixed order, so that two at once never wait for each other. */
    void changed(Collection<LinkId> links) {
        List<UUID> ordered = links.stream().map(LinkId::value).sorted().toList();
        if (ordered.isEmpty()) {
            return;
        }
        jdbc.batchUpdate("""
                MERGE INTO item_version t USING (VALUES (CAST(? AS UUID))) AS s (link_id) ON t.link_id = s.link_id
                WHEN MATCHED THEN UPDATE SET version = t.version + 1
                WHEN NOT MATCHED THEN INSERT (link_id, version) VALUES (s.link_id, 1)
                """, ordered, ordered.size(), (ps, link) -> ps.setObject(1, link));
    }

    List<ProjectId> projects(Collection<LinkId> links) {
        return links.isEmpty()
                ? List.of()
                : JdbcClient.create(jdbc)
                        .sql("SELECT DISTINCT project_id FROM link WHERE id IN (:links)")
                        .param("links", links.stream().map(LinkId::value).toList())
                        .query((row, _) -> new ProjectId(row.getObject(1, UUID.class)))
                        .list();
    }
}
