package tallyfold.connection.internal;

import org.springframework.stereotype.Component;
import tallyfold.audit.AuditEvent;
import tallyfold.audit.AuditLog;
import tallyfold.connection.Connection;
import tallyfold.provider.ConnectionReport;
import tallyfold.provider.ProviderFailure;

/** What is written to the audit log of connections; never anything of a token. */
@Component
public class ConnectionTrail {

    private final AuditLog audit;

    ConnectionTrail(AuditLog audit) {
        this.audit = audit;
    }

    public void done(String action, Connection connection, String detail) {
        audit.record(action, subject(connection), AuditEvent.Outcome.SUCCESS, detail);
    }

    public void refused(String action, Connection connection, ConnectionReport report) {
        audit.record(action, subject(connection), AuditEvent.Outcome.REFUSED, reason(report));
    }

    private static String reason(ConnectionReport report) {
        return report.failure().map(ProviderFailure::code).orElse("A check did not pass");
    }

    private static String subject(Connection connection) {
        return "connection %s to %s (%s)"
                .formatted(
                        connection.name(),
                        connection.organization(),
                        connection.id().value());
    }
}
