package tallyfold.azuredevops;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tallyfold.azuredevops.api.ClassificationNode;
import tallyfold.azuredevops.api.TeamFieldValues;
import tallyfold.azuredevops.api.TeamIteration;
import tallyfold.azuredevops.api.WorkApi;
import tallyfold.azuredevops.http.ApiArea;
import tallyfold.azuredevops.http.Effort;
import tallyfold.provider.ElementKind;
import tallyfold.provider.ProviderException;
import tallyfold.provider.ProviderFailure.UnexpectedAnswer;
import tallyfold.provider.ProviderFailure.UnexpectedAnswer.Oddity;
import tallyfold.provider.RemoteProjectId;

/**
 * What a team works on: the areas it owns, in the iterations below the one its backlog starts at and in those it has
 * chosen.
 */
final class TeamReach {

    private static final Pattern REFERENCE_NAME = Pattern.compile("[A-Za-z0-9._]+");
    private static final String NONE = "00000000-0000-0000-0000-000000000000";

    private final Presence presence;
    private final WorkApi work;
    private final NodeReader nodes;

    TeamReach(Presence presence, WorkApi work, NodeReader nodes) {
        this.presence = presence;
        this.work = work;
        this.nodes = nodes;
    }

    /** A path, with or without what lies below. */
    private record Place(String path, boolean below) {

        boolean covers(Place other) {
            boolean same = other.path.equalsIgnoreCase(path) && (below || !other.below);
            return same
                    || (below && other.path.toLowerCase(Locale.ROOT).startsWith(path.toLowerCase(Locale.ROOT) + '\\'));
        }
    }

    /** Conditions of which each item of the team fulfils one; none when the team owns no area. */
    List<String> conditions(RemoteProjectId project, String team) {
        List<String> areas = areas(ask(project, () -> work.teamFieldValues(project.value(), team)));
        if (areas.isEmpty()) {
            return List.of();
        }
        List<Place> iterations = iterations(project, team);
        List<String> conditions = new ArrayList<>();
        for (String area : areas) {
            String own = WiqlText.and(WiqlText.IN_PROJECT, area);
            if (iterations == null) {
                conditions.add(own);
            } else {
                written(WorkItemFields.ITERATION, iterations)
                        .forEach(iteration -> conditions.add(WiqlText.and(own, iteration)));
            }
        }
        return conditions;
    }

    private static List<String> areas(TeamFieldValues owned) {
        String field = owned.field() == null ? null : owned.field().referenceName();
        if (field == null) {
            field = WorkItemFields.AREA;
        }
        if (!REFERENCE_NAME.matcher(field).matches()) {
            throw new ProviderException(new UnexpectedAnswer(Oddity.MALFORMED, 200));
        }
        boolean tree = field.equalsIgnoreCase(WorkItemFields.AREA) || field.equalsIgnoreCase(WorkItemFields.ITERATION);
        List<Place> places = new ArrayList<>();
        if (owned.values() != null) {
            for (TeamFieldValues.FieldValue value : owned.values()) {
                if (value != null && value.value() != null && !value.value().isBlank()) {
                    places.add(new Place(value.value(), tree && Boolean.TRUE.equals(value.includeChildren())));
                }
            }
        }
        return written(field, places);
    }

    /** Where the team works, or null where nothing limits it. */
    private @Nullable List<Place> iterations(RemoteProjectId project, String team) {
        TeamIteration backlog =
                ask(project, () -> work.teamSettings(project.value(), team)).backlogIteration();
        if (backlog == null
                || backlog.id() == null
                || backlog.id().isBlank()
                || backlog.id().equals(NONE)) {
            return null;
        }
        ClassificationNode tree = nodes.tree(project, ElementKind.ITERATION, Effort.BACKGROUND);
        NodePaths paths = new NodePaths(tree);
        String start = paths.of(backlog);
        if (paths.root().equals(start)) {
            return null;
        }
        List<Place> places = new ArrayList<>();
        // An iteration that is not in the tree holds no items, and a query that names it is refused.
        if (start != null) {
            places.add(new Place(start, true));
        }
        ask(project, () -> work.teamIterations(project.value(), team))
                .present()
                .map(paths::of)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .forEach(path -> places.add(new Place(path, true)));
        return places;
    }

    private <T> T ask(RemoteProjectId project, java.util.function.Supplier<@Nullable T> question) {
        return presence.ask(project, ApiArea.WORK, Effort.BACKGROUND, question);
    }

    /** Conditions for any of the places, those left out that lie below another one. */
    private static List<String> written(String field, List<Place> places) {
        List<Place> widest = new ArrayList<>();
        for (Place place : places) {
            if (widest.stream().noneMatch(wide -> wide.covers(place))) {
                widest.removeIf(place::covers);
                widest.add(place);
            }
        }
        return WiqlText.anyOf(widest.stream()
                .map(place -> WiqlText.at(field, place.path(), place.below()))
                .toList());
    }
}
