package tallyfold.workitem.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tallyfold.connection.ConnectionId;
import tallyfold.connection.ConnectionUsage;

/** How many work items hang on connections: all that erasing would take, with those of read-only copies. */
@Component
class WorkItemUsage implements ConnectionUsage {

    private final JdbcClient jdbc;

    WorkItemUsage(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<ConnectionId, Usage> usage(Collection<ConnectionId> connections) {
        Map<ConnectionId, Usage> usage = new HashMap<>();
        if (connections.isEmpty()) {
            return usage;
        }
        Set<UUID> ids = connections.stream().map(ConnectionId::value).collect(Collectors.toSet());
        count(
                "SELECT connection_id, COUNT(*) FROM work_item WHERE connection_id IN (:ids) GROUP BY connection_id",
                ids,
                usage);
        // The items of a copy have a key of their own in place of the connection.
        count(
                "SELECT k.connection_id, COUNT(*) FROM link k JOIN link_item li ON li.project_id = k.project_id AND li.link_id = k.id"
                        + " AND li.connection_id <> k.connection_id WHERE k.connection_id IN (:ids)"
                        + " AND k.detached_at IS NOT NULL GROUP BY k.connection_id",
                ids,
                usage);
        return usage;
    }

    private void count(String sql, Set<UUID> ids, Map<ConnectionId, Usage> usage) {
        jdbc.sql(sql).param("ids", ids).query(rs -> {
            usage.merge(new ConnectionId(rs.getObject(1, UUID.class)), new Usage(0, rs.getLong(2)), Usage::plus);
        });
    }
}
