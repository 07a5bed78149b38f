package tallyfold.project.internal;

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

/** How many projects hang on connections: all that erasing would touch, those with a read-only copy too. */
@Component
class ProjectUsage implements ConnectionUsage {

    private final JdbcClient jdbc;

    ProjectUsage(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<ConnectionId, Usage> usage(Collection<ConnectionId> connections) {
        Map<ConnectionId, Usage> usage = new HashMap<>();
        if (connections.isEmpty()) {
            return usage;
        }
        Set<UUID> ids = connections.stream().map(ConnectionId::value).collect(Collectors.toSet());
        jdbc.sql("SELECT connection_id, COUNT(DISTINCT project_id) FROM link"
                        + " WHERE connection_id IN (:ids) GROUP BY connection_id")
                .param("ids", ids)
                .query(rs -> {
                    usage.put(new ConnectionId(rs.getObject(1, UUID.class)), new Usage(rs.getInt(2), 0));
                });
        return usage;
    }
}
