package tallyfold.connection.internal;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import tallyfold.connection.Connection;
import tallyfold.connection.ConnectionDeleting;
import tallyfold.provider.PauseLedger;

/** Pauses in the database, so that neither a restart nor another node asks too early. */
@Component
class StoredPauses implements PauseLedger {

    private static final Logger LOG = LoggerFactory.getLogger(StoredPauses.class);

    private final PauseRepository pauses;
    private final ConnectionRepository connections;
    private final Clock clock;

    StoredPauses(PauseRepository pauses, ConnectionRepository connections, Clock clock) {
        this.pauses = pauses;
        this.connections = connections;
        this.clock = clock;
    }

    @Override
    public void remember(Source source, Instant until) {
        // On a thread of its own: those who ask may be interrupted, and an interrupt that meets the embedded
        // database closes its file.
        Thread.ofVirtual().name("pause-of-organization").start(() -> store(source, until));
    }

    private void store(Source source, Instant until) {
        try {
            pauses.deleteOver(clock.instant());
            pauses.extend(source, until);
        } catch (DataAccessException e) {
            LOG.warn("A pause until {} is not kept; after a restart it would be forgotten", until, e);
        }
    }

    @Override
    public @Nullable Instant until(Source source, Instant latest) {
        try {
            Instant until = pauses.find(source).orElse(null);
            if (until == null) {
                return null;
            }
            if (!until.isAfter(clock.instant())) {
                pauses.deleteOver(clock.instant());
                return null;
            }
            if (until.isAfter(latest)) {
                pauses.cut(source, latest);
                return latest;
            }
            return until;
        } catch (DataAccessException e) {
            LOG.warn("Whether an organization asked to be left alone could not be looked up", e);
            return null;
        }
    }

    /** In the deleting transaction; another connection with the same organization keeps the pause. */
    @EventListener
    void on(ConnectionDeleting deleting) {
        connections.find(deleting.connection()).ifPresent(going -> {
            if (!connections.organizationConnected(going.provider(), going.organization(), going.id())) {
                pauses.delete(source(going));
            }
        });
    }

    private static Source source(Connection connection) {
        return new Source(connection.provider(), connection.organization(), connection.endpoint());
    }
}
