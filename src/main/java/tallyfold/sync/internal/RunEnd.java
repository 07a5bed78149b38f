package tallyfold.sync.internal;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import tallyfold.connection.ConnectionId;
import tallyfold.connection.ConnectionSessions;
import tallyfold.provider.ProviderFailure;
import tallyfold.sync.SyncRun;
import tallyfold.sync.SyncRunFinished;
import tallyfold.sync.SyncRunId;

/** What follows from the end of a run, for those who look and for the connection. */
@Component
class RunEnd {

    private final SyncRunRepository runs;
    private final PageApplier applier;
    private final SyncProgress progress;
    private final ApplicationEventPublisher events;
    private final ConnectionSessions sessions;

    RunEnd(
            SyncRunRepository runs,
            PageApplier applier,
            SyncProgress progress,
            ApplicationEventPublisher events,
            ConnectionSessions sessions) {
        this.runs = runs;
        this.applier = applier;
        this.progress = progress;
        this.events = events;
        this.sessions = sessions;
    }

    /** Whether a failure has nothing to do with the one project in which it was met. */
    static boolean concernsConnection(ProviderFailure failure) {
        return switch (failure) {
            case ProviderFailure.TokenRejected _, ProviderFailure.ScopeMissing _, ProviderFailure.PolicyBlocked _ ->
                true;
            case ProviderFailure.NotFound(ProviderFailure.NotFound.What what) ->
                what == ProviderFailure.NotFound.What.ORGANIZATION;
            case ProviderFailure.UnexpectedAnswer(ProviderFailure.UnexpectedAnswer.Oddity reason, int _) ->
                reason == ProviderFailure.UnexpectedAnswer.Oddity.OTHER_ORGANIZATION;
            case ProviderFailure.Throttled _, ProviderFailure.Unreachable _ -> false;
        };
    }

    /**
     * Ends what somebody wanted to have stopped.
     *
     * @param leave called for each before it ends, so that nobody works on it any more
     * @return the others
     */
    List<SyncRun> goingOn(List<SyncRun> unfinished, Consumer<SyncRun> leave) {
        for (SyncRun run : unfinished) {
            if (run.cancelledBy() != null) {
                leave.accept(run);
                applier.cancel(run);
                told(run.id());
            }
        }
        return unfinished.stream().filter(run -> run.cancelledBy() == null).toList();
    }

    /** A run has ended and is stored so. */
    void told(SyncRunId id) {
        told(List.of(id));
    }

    /** Runs have ended and are stored so. */
    void told(Collection<SyncRunId> ids) {
        for (SyncRun run : runs.find(ids)) {
            progress.turned(run);
            progress.forget(run.id());
            if (run.status().finished()) {
                events.publishEvent(new SyncRunFinished(run));
            }
        }
    }

    /** Fails whatever waits at a connection for the same reason, rather than hammering. */
    void failWaiting(ConnectionId connection, ProviderFailure failure) {
        fail(runs.unfinished(connection), failure);
    }

    /** Fails runs that nobody has taken up. */
    void fail(Collection<SyncRun> waiting, ProviderFailure failure) {
        for (SyncRun run : waiting) {
            applier.failWaiting(run, failure.code(), failure.detail());
            told(run.id());
        }
    }

    /** The source system has refused something; what concerns one project only says nothing of the connection. */
    void refused(ConnectionId connection, ProviderFailure failure) {
        boolean ofOneProject = switch (failure) {
            case ProviderFailure.NotFound _, ProviderFailure.UnexpectedAnswer _ -> !concernsConnection(failure);
            case ProviderFailure.TokenRejected _,
                    ProviderFailure.ScopeMissing _,
                    ProviderFailure.PolicyBlocked _,
                    ProviderFailure.Throttled _,
                    ProviderFailure.Unreachable _ -> false;
        };
        if (!ofOneProject) {
            sessions.reportFailure(connection, failure);
        }
    }

    /** A link was read to its end. */
    void worked(ConnectionId connection) {
        sessions.reportSuccess(connection);
    }
}
