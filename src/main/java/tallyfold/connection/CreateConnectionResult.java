package tallyfold.connection;

import java.util.Map;
import java.util.Set;
import tallyfold.provider.ConnectionReport;
import tallyfold.provider.Verdict;

/** How creating a connection ended. Only {@link Created} has stored anything. */
public sealed interface CreateConnectionResult {

    /** Every check passed and the connection is stored. */
    record Created(Connection connection, ConnectionReport report, Set<ConnectionWarning> warnings)
            implements CreateConnectionResult {
        public Created {
            warnings = Set.copyOf(warnings);
        }
    }

    /** Refused on the fields, before anything was asked of the source system. */
    record Refused(Map<ConnectionField, Verdict.Refused> fields) implements CreateConnectionResult {
        public Refused {
            fields = Map.copyOf(fields);
        }
    }

    /** At least one check failed. */
    record ChecksFailed(ConnectionReport report) implements CreateConnectionResult {}
}
