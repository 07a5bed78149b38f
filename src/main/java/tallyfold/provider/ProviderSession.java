package tallyfold.provider;

import java.util.Collection;
import java.util.List;
import java.util.Set;
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

    /**
     * Process, types, states, areas, iterations and names of the teams of a project. What the projects of one process share may be
     * remembered by the session; for a project that is asked for a second time it is read anew.
     */
    RemoteStructure structure(RemoteProjectId project);

    /**
     * The types of another project with their states, for items that a selection brings from there.
     *
     * @param projectName name of the project, as work items carry it
     */
    List<RemoteStructure.WorkItemType> workItemTypes(String projectName);

    /**
     * The people of a team: groups in it are opened through every level, each person comes once, and those who are
     * disabled are marked.
     *
     * @param team key of the team
     */
    List<RemotePerson> teamMembers(RemoteProjectId project, String team);

    /**
     * What can be chosen, one branch of its tree at a time; nothing is read that was not asked for.
     *
     * @param kind any but the whole project and work items, of which there are too many to list
     * @param parent key of the choice whose children are wanted; null for the top
     * @param continuation null for the first page of a branch
     */
    RemotePage<ElementChoice> choices(
            RemoteProjectId project, ElementKind kind, @Nullable String parent, @Nullable String continuation);

    /**
     * Looks for choices by a part of their name, without regard to case; work items also by their number.
     *
     * @param limit at most this many, 1 to 200
     */
    List<ElementChoice> find(RemoteProjectId project, ElementKind kind, String text, int limit);

    /**
     * An element as it is called and where it stands now.
     *
     * @throws ProviderException with {@code NotFound(ELEMENT)} when it is gone or not visible any more, and with
     *     {@code NotFound(PROJECT)} when the project is
     */
    ElementChoice element(RemoteProjectId project, Element element);

    /**
     * Ids of the work items an element covers, ascending.
     *
     * @param after only ids greater than this; 0 for all
     * @return at most a page of ids; the continuation is the last id as text, null when there are no more
     * @throws ProviderException besides all else with {@code NotFound(ELEMENT)} when the element is gone, with
     *     {@code UnexpectedAnswer(QUERY_REFUSED)} when the source system does not understand a stored query any more,
     *     and with {@code UnexpectedAnswer(TOO_MANY_RESULTS)} when a query finds more than it gives at once
     */
    RemotePage<Long> workItemIds(RemoteProjectId project, Element element, long after);

    /** Ids of all work items of a project, as {@link #workItemIds(RemoteProjectId, Element, long)}. */
    default RemotePage<Long> workItemIds(RemoteProjectId project, long after) {
        return workItemIds(project, Element.WHOLE_PROJECT, after);
    }

    /**
     * The current state of the given items; ids that are gone or not readable are left out.
     *
     * @param ids at most {@link #batchSize()} ids
     */
    List<RemoteWorkItem> workItems(Collection<Long> ids);

    /** The fields of the organization whose values are short, by name. */
    List<RemoteField> fields();

    /** From now on items and revisions carry these fields too; nothing is asked for by this alone. */
    void askAlso(Set<String> references);

    /** Those of the fields asked for that the organization turned out not to have; items say nothing of them. */
    Set<String> missingFields();

    /**
     * Description, acceptance criteria and steps to reproduce of one item, those that are not empty. One request.
     *
     * @throws ProviderException with {@code NotFound(WORK_ITEM)} when the item is gone or not readable
     */
    RemoteItemText itemText(long id);

    /**
     * What changed in the organization, every revision of it, oldest first. Items the token may not read are left out.
     *
     * @param only nothing but changes made while the item was in this project; null for the whole organization. Narrowed down, an
     *     item that moves away just falls silent.
     */
    ChangePage<ItemRevision> revisions(FeedPosition from, @Nullable RemoteProjectId only);

    /** Which items of the organization were put below others or taken away, oldest first. */
    ChangePage<ParentChange> parentChanges(FeedPosition from);

    /** How many items one call of {@link #workItems} takes. */
    int batchSize();

    /** What the conversation has cost so far. */
    SessionCost cost();

    /** Forgets the token; running requests end with an exception. */
    @Override
    void close();
}
