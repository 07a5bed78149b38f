package tallyfold.provider;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conversation with one organization. Safe to use from several threads: the patience towards the organization (requests
 * in flight, waiting when told to) is kept inside and shared. Every method but {@link #check} throws
 * {@link ProviderException} when the source system refuses or fails.
 */
public interface ProviderSession extends AutoCloseable {

    /** Runs the named checks in order and tells each result as it comes; failures are part of the report. */
    ConnectionReport check(CheckListener progress);

    /** One page of all projects the token may see. */
    RemotePage<RemoteProject> projects(@Nullable String continuation);

    /** One project with its process, which lists leave out. */
    RemoteProject project(RemoteProjectId project);

    /** Process, types, states, areas, iterations, teams and people of a project. */
    RemoteStructure structure(RemoteProjectId project);

    /**
     * Ids of the work items of a project, ascending.
     *
     * @param after only ids greater than this; 0 for all
     * @return at most a page of ids; the continuation is the last id as text, null when there are no more
     */
    RemotePage<Long> workItemIds(RemoteProjectId project, long after);

    /**
     * The current state of the given items; ids that are gone or not readable are left out.
     *
     * @param ids at most {@link #batchSize()} ids
     */
    List<RemoteWorkItem> workItems(Collection<Long> ids);

    /** How many items one call of {@link #workItems} takes. */
    int batchSize();

    /** What the conversation has cost so far. */
    SessionCost cost();

    /** Forgets the token; running requests end with an exception. */
    @Override
    void close();
}
