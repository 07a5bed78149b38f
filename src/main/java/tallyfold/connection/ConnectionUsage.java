package tallyfold.connection;

import java.util.Collection;
import java.util.Map;

/** Told by the modules above: what hangs on a connection. Figures of several beans are added up. */
public interface ConnectionUsage {

    /**
     * What hangs on one connection.
     *
     * @param projects linked projects, 0 or more
     * @param workItems stored work items, 0 or more
     */
    record Usage(int projects, long workItems) {

        public static final Usage NONE = new Usage(0, 0);

        public Usage plus(Usage other) {
            return new Usage(projects + other.projects, workItems + other.workItems);
        }
    }

    /** The usage of the given connections; those without any may be left out. */
    Map<ConnectionId, Usage> usage(Collection<ConnectionId> connections);
}
