package tallyfold.workitem.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import tallyfold.connection.ConnectionId;
import tallyfold.project.LinkId;
import tallyfold.provider.RemoteWorkItem;

/** Values of mapped fields, as they were read. Rows go with their item. */
@Repository
public class ItemFieldRepository {

    static final int LONGEST = 1000;

    private static final int BATCH = 1000;

    /** One field of one item. */
    public record Cell(long item, String field) {}

    private final JdbcTemplate jdbc;

    ItemFieldRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What some items say of fields that is not kept; asks nothing where they speak of none. */
    public Map<Cell, String> news(ConnectionId connection, Collection<RemoteWorkItem> items) {
        Map<Cell, String> told = told(items);
        return told.isEmpty() ? Map.of() : news(connection, told);
    }

    /** Keeps news of stored items; what these do not speak of stays. */
    public void write(ConnectionId connection, Map<Cell, String> news) {
        if (news.isEmpty()) {
            return;
        }
        List<Cell> all = new ArrayList<>(news.keySet());
        jdbc.batchUpdate(
                "DELETE FROM work_item_field WHERE connection_id = ? AND remote_id = ? AND field = ?",
                all,
                BATCH,
                (ps, cell) -> {
                    ps.setObject(1, connection.value());
                    ps.setLong(2, cell.item());
                    ps.setString(3, cell.field());
                });
        jdbc.batchUpdate(
                "INSERT INTO work_item_field (connection_id, remote_id, field, field_value) VALUES (?, ?, ?, ?)",
                news.entrySet().stream()
                        .filter(one -> !one.getValue().isEmpty())
                        .toList(),
                BATCH,
                (ps, one) -> {
                    ps.setObject(1, connection.value());
                    ps.setLong(2, one.getKey().item());
                    ps.setString(3, one.getKey().field());
                    ps.setString(4, one.getValue());
                });
    }

    private static Map<Cell, String> told(Collection<RemoteWorkItem> items) {
        Map<Cell, String> told = new HashMap<>();
        items.forEach(item -> item.more()
                .forEach((field, value) -> told.put(
                        new Cell(item.id(), field),
                        StoredText.fit(value, LONGEST).strip())));
        return told;
    }

    private Map<Cell, String> news(ConnectionId connection, Map<Cell, String> told) {
        Map<Cell, String> kept = new HashMap<>();
        jdbc.query(
                "SELECT f.remote_id, f.field, f.field_value FROM UNNEST(CAST(? AS BIGINT ARRAY)) AS u(id)"
                        + " JOIN work_item_field f ON f.connection_id = ? AND f.remote_id = u.id",
                ps -> {
                    ps.setArray(1, IdArray.of(ps, items(told.keySet())));
                    ps.setObject(2, connection.value());
                },
                rs -> {
                    kept.put(new Cell(rs.getLong(1), rs.getString(2)), rs.getString(3));
                });
        Map<Cell, String> news = new HashMap<>(told);
        news.entrySet().removeIf(one -> one.getValue().equals(kept.getOrDefault(one.getKey(), "")));
        return news;
    }

    private static Set<Long> items(Collection<Cell> cells) {
        Set<Long> items = new HashSet<>();
        cells.forEach(cell -> items.add(cell.item()));
        return items;
    }

    /** Puts copies of the values of the items a link shows under another key, where the items are already. */
    public void copy(LinkId link, ConnectionId copy) {
        jdbc.update(
                "INSERT INTO work_item_field (connection_id, remote_id, field, field_value)"
                        + " SELECT CAST(? AS UUID), f.remote_id, f.field, f.field_value FROM link k"
                        + " JOIN link_item li ON li.project_id = k.project_id AND li.link_id = k.id"
                        + " JOIN work_item_field f ON f.connection_id = li.connection_id AND f.remote_id = li.remote_id"
                        + " WHERE k.id = ?",
                copy.value(),
                link.value());
    }
}
