package tallyfold.connection;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import tallyfold.connection.internal.ConnectionChecker;
import tallyfold.connection.internal.ConnectionRepository;
import tallyfold.connection.internal.HealthBook;
import tallyfold.provider.CheckId;
import tallyfold.provider.CheckListener;
import tallyfold.provider.ConnectionReport;
import tallyfold.provider.ProviderException;
import tallyfold.provider.ProviderSession;
import tallyfold.uikit.Texts;

/** Checks stored connections and writes their health down. No user stands behind it: the engine calls it. */
@Component
public class ConnectionHealthChecks {

    // Less than a day, so that a daily call never leaves one out for having been checked some minutes later yesterday.
    private static final Duration DUE_AFTER = Duration.ofHours(20);

    private final ConnectionRepository connections;
    private final ConnectionSessions sessions;
    private final ConnectionChecker checker;
    private final HealthBook health;
    private final Clock clock;

    ConnectionHealthChecks(
            ConnectionRepository connections,
            ConnectionSessions sessions,
            ConnectionChecker checker,
            HealthBook health,
            Clock clock) {
        this.connections = connections;
        this.sessions = sessions;
        this.checker = checker;
        this.health = health;
        this.clock = clock;
    }

    /**
     * Checks every connection whose last check is some 20 hours old. Blocks for as long as the organizations take to
     * answer; call it once a day or more often, outside any transaction. One that fails never stops the others.
     *
     * @return how many were checked
     */
    public int checkDue() {
        List<ConnectionId> due = connections.checkedBefore(clock.instant().minus(DUE_AFTER));
        for (ConnectionId id : due) {
            check(id, _ -> {});
        }
        return due.size();
    }

    /** Checks one connection now, for example after a failed sync; blocks, outside any transaction. */
    public ConnectionReport check(ConnectionId id, CheckListener progress) {
        ConnectionReport report;
        try (ProviderSession session = sessions.open(id)) {
            String organizationId =
                    connections.find(id).map(Connection::organizationId).orElse(null);
            report = checker.check(session, organizationId, progress);
        } catch (ProviderException e) {
            // No token to check with: the session has marked that already, which says more than the report could.
            CheckId storedToken =
                    new CheckId(HealthDetail.STORED_TOKEN_CHECK, Texts.of("connection.checks.stored-token"));
            return ConnectionChecker.refused(storedToken, e.failure());
        }
        health.checked(id, report);
        return report;
    }
}
