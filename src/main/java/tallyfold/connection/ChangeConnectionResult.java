package tallyfold.connection;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tallyfold.provider.ConnectionReport;
import tallyfold.provider.Verdict;

/** How changing a connection or its token ended. Only {@link Changed} has stored anything. */
public sealed interface ChangeConnectionResult {

    /**
     * Stored.
     *
     * @param report what was checked; null when nothing had to be
     */
    record Changed(Connection connection, @Nullable ConnectionReport report, Set<ConnectionWarning> warnings)
            implements ChangeConnectionResult {
        public Changed {
            warnings = Set.copyOf(warnings);
        }
    }

    /** Refused on the fields, before anything was asked of the source system. */
    record Refused(Map<ConnectionField, Verdict.Refused> fields) implements ChangeConnectionResult {
        public Refused {
            fields = Map.copyOf(fields);
        }
    }

    /** At least one check failed; the stored token stays as it was. */
    record ChecksFailed(ConnectionReport report) implements ChangeConnectionResult {}

    /** Somebody else changed or deleted the connection meanwhile. */
    record Outdated() implements ChangeConnectionResult {}
}
