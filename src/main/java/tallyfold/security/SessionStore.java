package tallyfold.security;

import java.time.Clock;
import org.springframework.stereotype.Component;
import tallyfold.security.internal.SessionRepository;

/** Sessions as the engine sees them; no user stands behind its thread. */
@Component
public class SessionStore {

    private final SessionRepository sessions;
    private final Clock clock;

    SessionStore(SessionRepository sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Whether somebody is signed in now, on any node, who came over the network without TLS. */
    public boolean anyInTheClear() {
        return sessions.anyInTheClear(clock.instant());
    }
}
