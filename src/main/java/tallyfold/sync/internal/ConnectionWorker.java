package tallyfold.sync.internal;

import java.time.Clock;
import org.springframework.stereotype.Component;
import tallyfold.connection.ConnectionId;
import tallyfold.connection.ConnectionSessions;
import tallyfold.project.LinkStore;
import tallyfold.provider.ProviderException;
import tallyfold.provider.ProviderSession;
import tallyfold.workitem.MappedFieldStore;

/** Works off what waits at a connection; called by db-scheduler, never twice at the same time for one connection. */
@Component
class ConnectionWorker {

    private final ConnectionSessions sessions;
    private final RunEnd ends;
    private final EngineLifecycle lifecycle;
    private final SyncRunRepository runs;
    private final Surroundings around;

    ConnectionWorker(
            ConnectionSessions sessions,
            RunEnd ends,
            EngineLifecycle lifecycle,
            SyncRunRepository runs,
            LinkStore links,
            PageApplier applier,
            StructureApplier structures,
            SyncProgress progress,
            FeedSurroundings feed,
            MappedFieldStore fields,
            Clock clock) {
        this.sessions = sessions;
        this.ends = ends;
        this.lifecycle = lifecycle;
        this.runs = runs;
        this.around =
                new Surroundings(runs, links, applier, structures, progress, lifecycle, ends, feed, fields, clock);
    }

    void work(ConnectionId connection) {
        if (lifecycle.isStopping() || runs.unfinished(connection).isEmpty()) {
            return;
        }
        try (ProviderSession session = sessions.open(connection)) {
            new ConnectionLoad(connection, session, around).run();
        } catch (ProviderException e) {
            // Only opening throws; it has marked the connection itself.
            ends.failWaiting(connection, e.failure());
        }
    }
}
