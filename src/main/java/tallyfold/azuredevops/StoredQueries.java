package tallyfold.azuredevops;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tallyfold.azuredevops.api.StoredQuery;
import tallyfold.azuredevops.api.WorkItemApi;
import tallyfold.azuredevops.http.ApiArea;
import tallyfold.azuredevops.http.Effort;
import tallyfold.provider.ElementChoice;
import tallyfold.provider.ElementKind;
import tallyfold.provider.ProviderException;
import tallyfold.provider.ProviderFailure.NotFound;
import tallyfold.provider.ProviderFailure.UnexpectedAnswer;
import tallyfold.provider.ProviderFailure.UnexpectedAnswer.Oddity;
import tallyfold.provider.RemoteProjectId;

/** The shared queries of a project. What somebody keeps for himself is never offered. */
final class StoredQueries {

    /** The most the service finds at once; people's own ones are among them and left out afterwards. */
    private static final int MOST_FOUND = 200;

    private final Conversation conversation;
    private final Presence presence;
    private final WorkItemApi workItems;

    StoredQueries(Conversation conversation, Presence presence, WorkItemApi workItems) {
        this.conversation = conversation;
        this.presence = presence;
        this.workItems = workItems;
    }

    /** What a query finds, ascending: items, or both ends of every link. */
    List<Long> ids(RemoteProjectId project, String key, long after) {
        try {
            return conversation
                    .ask(ApiArea.WORK, () -> workItems.run(project.value(), key))
                    .ids()
                    .filter(id -> id > after)
                    .distinct()
                    .sorted()
                    .toList();
        } catch (ProviderException refused) {
            throw meaning(project, key, refused);
        }
    }

    /** A query that names a path which is gone is refused in the words for a query that is gone itself. */
    private ProviderException meaning(RemoteProjectId project, String key, ProviderException refused) {
        boolean badRequest = refused.failure() instanceof UnexpectedAnswer odd
                && odd.reason() == Oddity.STATUS
                && odd.status() == 400;
        if (!badRequest && !(refused.failure() instanceof NotFound)) {
            return refused;
        }
        if (!badRequest) {
            presence.ask(
                    project, ApiArea.WORK, Effort.BACKGROUND, () -> workItems.storedQuery(project.value(), key, 0));
        }
        return new ProviderException(new UnexpectedAnswer(Oddity.QUERY_REFUSED, 400));
    }

    ElementChoice element(RemoteProjectId project, String key, Effort effort) {
        StoredQuery query =
                presence.ask(project, ApiArea.WORK, effort, () -> workItems.storedQuery(project.value(), key, 0));
        if (query.folder() || !query.shared()) {
            throw presence.gone(project, effort);
        }
        return choices(Stream.of(query)).findFirst().orElseThrow(() -> presence.gone(project, effort));
    }

    /** What is in a folder, or in the shared one at the top. */
    List<ElementChoice> children(RemoteProjectId project, @Nullable String folder, Effort effort) {
        StoredQuery opened = folder == null
                ? conversation
                        .ask(ApiArea.WORK, effort, () -> workItems.topFolders(project.value()))
                        .present()
                        .filter(top -> top.shared() && top.folder())
                        .findFirst()
                        .orElse(null)
                : presence.ask(project, ApiArea.WORK, effort, () -> workItems.storedQuery(project.value(), folder, 1));
        if (opened == null || opened.children() == null) {
            return List.of();
        }
        return choices(opened.children().stream().filter(Objects::nonNull).map(Objects::requireNonNull))
                .toList();
    }

    List<ElementChoice> find(RemoteProjectId project, String text, int limit, Effort effort) {
        return choices(conversation
                        .ask(ApiArea.WORK, effort, () -> workItems.findQueries(project.value(), text, MOST_FOUND))
                        .present()
                        .filter(query -> !query.folder()))
                .limit(limit)
                .toList();
    }

    private static Stream<ElementChoice> choices(Stream<StoredQuery> queries) {
        return queries.filter(StoredQuery::shared).flatMap(query -> {
            if (query.id() == null) {
                return Stream.empty();
            }
            String name = Plain.text(query.name());
            return Stream.of(new ElementChoice(
                    ElementKind.QUERY,
                    query.id(),
                    name,
                    query.path() == null ? name : Plain.text(query.path()),
                    !query.folder(),
                    query.folder() && !Boolean.FALSE.equals(query.hasChildren()),
                    null,
                    null,
                    null,
                    null));
        });
    }
}
