package tallyfold.workitem;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The counts that are kept with the pages beside what the items themselves say. */
public final class CountedItems {

    private static final String COUNTED = """
            SELECT li.link_id, w.type, w.state, w.state_category, COUNT(*) AS items,
                COALESCE(SUM(CASE WHEN CAST(li.link_id AS VARCHAR(36)) <> (SELECT MIN(CAST(o.link_id AS VARCHAR(36))) FROM link_item o
                    WHERE o.connection_id = li.connection_id AND o.remote_id = li.remote_id
                      AND o.project_id = li.project_id AND o.removed_at IS NULL) THEN 1 ELSE 0 END), 0) AS shared
            FROM link_item li JOIN work_item w ON w.connection_id = li.connection_id AND w.remote_id = li.remote_id
            WHERE li.removed_at IS NULL
            GROUP BY li.link_id, w.type, w.state, w.state_category
            """;

    private static final String KEPT = """
            SELECT link_id, type, state, state_category, items, shared FROM item_count WHERE items <> 0 OR shared <> 0
            """;

    private CountedItems() {}

    public static List<String> counted(JdbcClient jdbc) {
        return lines(jdbc, COUNTED);
    }

    public static List<String> kept(JdbcClient jdbc) {
        return lines(jdbc, KEPT);
    }

    private static List<String> lines(JdbcClient jdbc, String sql) {
        return jdbc
                .sql(sql)
                .query((row, _) -> String.join(
                        " ",
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6)))
                .list()
                .stream()
                .sorted()
                .toList();
    }
}
