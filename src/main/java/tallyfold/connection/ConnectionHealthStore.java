package tallyfold.connection;

import java.util.EnumMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import tallyfold.connection.internal.ConnectionRepository;

/** How the connections are, for those who watch over the installation. */
@Component
public class ConnectionHealthStore {

    private final ConnectionRepository connections;

    ConnectionHealthStore(ConnectionRepository connections) {
        this.connections = connections;
    }

    /** How many connections there are of each health; every health is there. */
    public Map<Health, Long> count() {
        Map<Health, Long> counts = new EnumMap<>(Health.class);
        for (Health health : Health.values()) {
            counts.put(health, 0L);
        }
        connections.all().forEach(connection -> counts.merge(connection.health(), 1L, Long::sum));
        return counts;
    }
}
