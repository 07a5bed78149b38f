package tallyfold.notification.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tallyfold.connection.Connection;
import tallyfold.connection.ConnectionStore;

/** Looks for what people should be told. Looking twice, or on two nodes at once, tells nothing twice. */
@Component
class Looking {

    private static final Logger log = LoggerFactory.getLogger(Looking.class);

    /** Far longer than anything is told again that goes on. */
    private static final Duration KEPT = Duration.ofDays(180);

    private final ConnectionStore connections;
    private final TokenWatch tokens;
    private final SyncWatch syncs;
    private final ProjectWatch projects;
    private final OccasionRepository occasions;
    private final Clock clock;

    Looking(
            ConnectionStore connections,
            TokenWatch tokens,
            SyncWatch syncs,
            ProjectWatch projects,
            OccasionRepository occasions,
            Clock clock) {
        this.connections = connections;
        this.tokens = tokens;
        this.syncs = syncs;
        this.projects = projects;
        this.occasions = occasions;
        this.clock = clock;
    }

    /** Outside any transaction, because it asks organizations. */
    void look() {
        List<Connection> all = connections.all();
        each("tokens", tokens::look, all);
        each("syncs", syncs::look, all);
        each("projects", projects::look, all);
        occasions.forget(clock.instant().minus(KEPT));
    }

    private static void each(String what, Consumer<List<Connection>> look, List<Connection> all) {
        try {
            look.accept(all);
        } catch (RuntimeException e) {
            log.error("Looking at {} for news failed; the next look tries again", what, e);
        }
    }
}
