package tallyfold.connection;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import tallyfold.connection.internal.ConnectionRepository;
import tallyfold.security.UserId;

/** Connections as the engine sees them; no user stands behind its thread. */
@Component
public class ConnectionStore {

    private final ConnectionRepository connections;

    ConnectionStore(ConnectionRepository connections) {
        this.connections = connections;
    }

    /** All connections, by name. */
    public List<Connection> all() {
        return connections.all();
    }

    /** The project managers a connection was granted to by name; those whom all may use have none. */
    public Set<UserId> people(ConnectionId id) {
        return connections.people(id);
    }
}
