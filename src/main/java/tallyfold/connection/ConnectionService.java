package tallyfold.connection;

import java.util.List;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** What people do with connections. */
@Service
@PreAuthorize("hasAnyRole('ADMINISTRATOR', 'PROJECT_MANAGER')")
public class ConnectionService {

    /** The connections the signed-in user may import and link with, by name. */
    public List<Connection> usable() {
        throw new UnsupportedOperationException();
    }

    /** A connection the signed-in user may see. */
    public Optional<Connection> find(ConnectionId id) {
        throw new UnsupportedOperationException();
    }
}
