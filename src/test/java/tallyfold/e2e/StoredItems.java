package tallyfold.e2e;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import simulator.azuredevops.Organization;
import simulator.azuredevops.SimItem;

/** What a stopped product has stored, and what the simulator holds, in the same shape. */
final class StoredItems {

    private StoredItems() {}

    /** Revisions by item id, by the name of the remote project; removed items left out. */
    static Map<String, Map<Long, Integer>> of(Path home) {
        String address =
                "jdbc:h2:file:" + home.resolve("data").resolve("tallyfold") + ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r";
        Map<String, Map<Long, Integer>> stored = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection(address, "tallyfold", "");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        SELECT l.remote_name, w.remote_id, w.rev
                          FROM link l
                          JOIN link_item i ON i.link_id = l.id
                          JOIN work_item w ON w.connection_id = i.connection_id AND w.remote_id = i.remote_id
                         WHERE i.removed_at IS NULL
                        """)) {
            while (rows.next()) {
                stored.computeIfAbsent(rows.getString(1), _ -> new TreeMap<>()).put(rows.getLong(2), rows.getInt(3));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return stored;
    }

    /** The simulator's truth for one project. */
    static Map<Long, Integer> truth(Organization organization, String project) {
        return organization.items(organization.project(project).id()).stream()
                .filter(item -> !item.deleted() && !item.destroyed())
                .collect(Collectors.toMap(SimItem::id, SimItem::rev, (a, _) -> a, TreeMap::new));
    }
}
