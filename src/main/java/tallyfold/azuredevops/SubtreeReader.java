package tallyfold.azuredevops;

import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tallyfold.azuredevops.api.Wiql;
import tallyfold.azuredevops.api.WorkItemApi;
import tallyfold.azuredevops.http.ApiArea;
import tallyfold.azuredevops.http.Effort;
import tallyfold.provider.ProviderException;
import tallyfold.provider.ProviderFailure.UnexpectedAnswer;
import tallyfold.provider.ProviderFailure.UnexpectedAnswer.Oddity;
import tallyfold.provider.RemotePage;
import tallyfold.provider.RemoteProjectId;

/**
 * Finds an item with all that is below it, wherever in the organization. One question does; for a tree larger than one
 * answer it takes many.
 */
final class SubtreeReader {

    private static final int PARENTS = 200;

    private final Conversation conversation;
    private final Presence presence;
    private final WorkItemApi workItems;
    private final WorkItemReader items;
    private final IdQueries queries;

    SubtreeReader(
            Conversation conversation,
            Presence presence,
            WorkItemApi workItems,
            WorkItemReader items,
            IdQueries queries) {
        this.conversation = conversation;
        this.presence = presence;
        this.workItems = workItems;
        this.items = items;
        this.queries = queries;
    }

    /** All ids greater than the given one, ascending. */
    List<Long> ids(RemoteProjectId project, long top, long after) {
        NavigableSet<Long> found = new TreeSet<>();
        try {
            found.addAll(links(project, "= " + top, "Recursive"));
        } catch (ProviderException refused) {
            if (!isTooMany(refused)) {
                throw refused;
            }
            found.addAll(levelByLevel(project, top));
        }
        if (!found.contains(top)) {
            // An item without children need not be among the links.
            if (items.items(List.of(top)).isEmpty()) {
                throw presence.gone(project, Effort.BACKGROUND);
            }
            found.add(top);
        }
        return List.copyOf(found.tailSet(after, false));
    }

    private Set<Long> levelByLevel(RemoteProjectId project, long top) {
        // Guards against circles as well, which a tree that changes meanwhile can show.
        Set<Long> seen = new HashSet<>(Set.of(top));
        List<Long> level = List.of(top);
        while (!level.isEmpty()) {
            Set<Long> next = new TreeSet<>();
            for (int from = 0; from < level.size(); from += PARENTS) {
                Set<Long> below = children(project, level.subList(from, Math.min(from + PARENTS, level.size())));
                below.stream().filter(seen::add).forEach(next::add);
            }
            level = List.copyOf(next);
        }
        return seen;
    }

    /** The children of some items; the items may be among the answer. */
    private Set<Long> children(RemoteProjectId project, List<Long> parents) {
        try {
            String list = parents.stream().map(String::valueOf).collect(Collectors.joining(", "));
            return links(project, "IN (" + list + ")", "MustContain");
        } catch (ProviderException refused) {
            if (!isTooMany(refused)) {
                throw refused;
            }
        }
        if (parents.size() == 1) {
            return childrenOfOne(project, parents.getFirst());
        }
        int half = parents.size() / 2;
        Set<Long> both = children(project, parents.subList(0, half));
        both.addAll(children(project, parents.subList(half, parents.size())));
        return both;
    }

    /** More children of one item than an answer holds, page by page. */
    private Set<Long> childrenOfOne(RemoteProjectId project, long parent) {
        Set<Long> children = new HashSet<>();
        String after = "0";
        while (after != null) {
            RemotePage<Long> page = queries.page(project, "[System.Parent] = " + parent, Long.parseLong(after));
            children.addAll(page.items());
            after = page.continuation();
        }
        return children;
    }

    private Set<Long> links(RemoteProjectId project, String source, String mode) {
        Wiql.Question question = new Wiql.Question("SELECT [System.Id] FROM WorkItemLinks WHERE [Source].[System.Id] "
                + source + " AND [System.Links.LinkType] = 'System.LinkTypes.Hierarchy-Forward' MODE (" + mode + ")");
        return conversation
                .ask(ApiArea.WORK, () -> workItems.queryAll(project.value(), question))
                .ids()
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static boolean isTooMany(ProviderException refused) {
        return refused.failure() instanceof UnexpectedAnswer odd && odd.reason() == Oddity.TOO_MANY_RESULTS;
    }
}
