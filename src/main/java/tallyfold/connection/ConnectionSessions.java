package tallyfold.connection;

import org.springframework.stereotype.Component;
import tallyfold.provider.ProviderSession;

/** Opens sessions through stored connections; for the engine and for services, never for a view. */
@Component
public class ConnectionSessions {

    /**
     * Opens the sealed token and a session with it.
     *
     * @throws tallyfold.provider.ProviderException with {@code TokenRejected} when no token is stored or it cannot be
     *     opened
     */
    public ProviderSession open(ConnectionId id) {
        throw new UnsupportedOperationException();
    }
}
