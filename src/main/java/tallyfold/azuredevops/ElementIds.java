package tallyfold.azuredevops;

import java.util.List;
import java.util.function.Supplier;
import tallyfold.azuredevops.api.ClassificationNode;
import tallyfold.azuredevops.http.Effort;
import tallyfold.provider.Element;
import tallyfold.provider.ElementKind;
import tallyfold.provider.ProviderException;
import tallyfold.provider.ProviderFailure.UnexpectedAnswer;
import tallyfold.provider.ProviderFailure.UnexpectedAnswer.Oddity;
import tallyfold.provider.RemotePage;
import tallyfold.provider.RemoteProjectId;

/** Finds the work items an element covers. */
final class ElementIds {

    private final Presence presence;
    private final IdQueries queries;
    private final NodeReader nodes;
    private final TeamReach teams;
    private final SubtreeReader subtrees;
    private final StoredQueries stored;

    ElementIds(
            Presence presence,
            IdQueries queries,
            NodeReader nodes,
            TeamReach teams,
            SubtreeReader subtrees,
            StoredQueries stored) {
        this.presence = presence;
        this.queries = queries;
        this.nodes = nodes;
        this.teams = teams;
        this.subtrees = subtrees;
        this.stored = stored;
    }

    RemotePage<Long> page(RemoteProjectId project, Element element, long after) {
        return switch (element.kind()) {
            case PROJECT -> queries.page(project, WiqlText.IN_PROJECT, after);
            case TEAM ->
                // The team itself was there, so a path of it that is not must not read as if the team was gone.
                asked(
                        project,
                        () -> teams.conditions(project, element.key()),
                        after,
                        () -> new ProviderException(new UnexpectedAnswer(Oddity.STATUS, 400)));
            case AREA, ITERATION ->
                asked(
                        project,
                        () -> List.of(condition(project, element)),
                        after,
                        () -> presence.gone(project, Effort.BACKGROUND));
            case WORK_ITEM -> new RemotePage<>(subtrees.ids(project, Long.parseLong(element.key()), after), null);
            case QUERY -> new RemotePage<>(stored.ids(project, element.key(), after), null);
        };
    }

    private RemotePage<Long> asked(
            RemoteProjectId project,
            Supplier<List<String>> reading,
            long after,
            Supplier<ProviderException> stillMissing) {
        List<String> conditions = reading.get();
        try {
            return queries.page(project, conditions, after);
        } catch (ProviderException refused) {
            if (!Presence.isMissing(refused)) {
                throw refused;
            }
        }
        // A path may have been renamed between the question for it and the one that names it: once more.
        List<String> anew = reading.get();
        try {
            return queries.page(project, anew, after);
        } catch (ProviderException refused) {
            throw Presence.isMissing(refused) ? stillMissing.get() : refused;
        }
    }

    private String condition(RemoteProjectId project, Element element) {
        ClassificationNode node = nodes.node(project, element.kind(), element.key(), 0, Effort.BACKGROUND);
        if (node.path() == null) {
            throw new ProviderException(new UnexpectedAnswer(Oddity.MALFORMED, 200));
        }
        String field = element.kind() == ElementKind.AREA ? WorkItemFields.AREA : WorkItemFields.ITERATION;
        return WiqlText.and(
                WiqlText.IN_PROJECT, WiqlText.at(field, NodePaths.ofWorkItems(node.path()), element.below()));
    }
}
