package tallyfold.azuredevops;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tallyfold.azuredevops.api.Team;
import tallyfold.azuredevops.http.Effort;
import tallyfold.provider.Element;
import tallyfold.provider.ElementChoice;
import tallyfold.provider.ElementKind;
import tallyfold.provider.RemotePage;
import tallyfold.provider.RemoteProject;
import tallyfold.provider.RemoteProjectId;

/** What can be chosen in a project: branch by branch, by name, or one thing as it is now. */
final class ElementChoices {

    /** No name or title is longer. */
    private static final int LONGEST_NAME = 255;

    private static final int MOST_FOUND = 200;

    private final TeamReader teams;
    private final NodeChoices nodes;
    private final WorkItemSearch items;
    private final StoredQueries queries;

    ElementChoices(TeamReader teams, NodeChoices nodes, WorkItemSearch items, StoredQueries queries) {
        this.teams = teams;
        this.nodes = nodes;
        this.items = items;
        this.queries = queries;
    }

    RemotePage<ElementChoice> branch(
            RemoteProjectId project, ElementKind kind, @Nullable String parent, @Nullable String continuation) {
        return switch (kind) {
            case TEAM -> {
                RemotePage<Team> page = teams.page(project, continuation, Effort.PERSON_WAITS);
                yield new RemotePage<>(
                        page.items().stream().map(ElementChoices::team).toList(), page.continuation());
            }
            case AREA, ITERATION -> new RemotePage<>(nodes.level(project, kind, parent, Effort.PERSON_WAITS), null);
            case QUERY -> new RemotePage<>(queries.children(project, parent, Effort.PERSON_WAITS), null);
            case PROJECT, WORK_ITEM -> throw new IllegalArgumentException(kind + " cannot be listed");
        };
    }

    List<ElementChoice> find(RemoteProjectId project, ElementKind kind, String typed, int limit) {
        if (limit < 1 || limit > MOST_FOUND) {
            throw new IllegalArgumentException("Between 1 and " + MOST_FOUND + " choices");
        }
        String text = Plain.text(typed).strip();
        if (text.length() > LONGEST_NAME) {
            return List.of();
        }
        return switch (kind) {
            case WORK_ITEM -> items.find(project, text, limit, Effort.PERSON_WAITS);
            case TEAM ->
                teams.all(project, Effort.PERSON_WAITS).stream()
                        .map(ElementChoices::team)
                        .filter(team -> team.name().toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT)))
                        .limit(limit)
                        .toList();
            case AREA, ITERATION -> nodes.find(project, kind, text, limit, Effort.PERSON_WAITS);
            // Without a text the service would list the folders at the top instead of finding.
            case QUERY -> text.isEmpty() ? List.of() : queries.find(project, text, limit, Effort.PERSON_WAITS);
            case PROJECT -> throw new IllegalArgumentException("A project has one whole");
        };
    }

    /** @param read the project as it is now, asked for only when it is the element */
    ElementChoice element(RemoteProjectId project, Element element, java.util.function.Supplier<RemoteProject> read) {
        return switch (element.kind()) {
            case PROJECT -> plain(ElementKind.PROJECT, "", read.get().name());
            case TEAM -> team(teams.one(project, element.key(), Effort.SHORTLY));
            case AREA, ITERATION -> nodes.element(project, element.kind(), element.key(), Effort.SHORTLY);
            case WORK_ITEM -> items.element(project, element.key(), Effort.SHORTLY);
            case QUERY -> queries.element(project, element.key(), Effort.SHORTLY);
        };
    }

    private static ElementChoice team(Team team) {
        return plain(ElementKind.TEAM, String.valueOf(team.id()), Plain.text(team.name()));
    }

    private static ElementChoice plain(ElementKind kind, String key, String name) {
        return new ElementChoice(kind, key, name, "", true, false, null, null, null, null);
    }
}
