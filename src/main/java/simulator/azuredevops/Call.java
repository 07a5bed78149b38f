package simulator.azuredevops;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import simulator.azuredevops.http.WireAnswer;
import simulator.azuredevops.http.WireRequest;
import simulator.azuredevops.json.JsonReader;
import simulator.azuredevops.json.JsonWriter;

/**
 * A request on its way through an endpoint.
 *
 * @param user who asks; null for a stranger in an organization with public projects
 * @param places the values of the placeholders in the route
 * @param project the project of the address, if it names one
 * @param team the team of the address, if it names one
 * @param version the api-version served
 */
record Call(
        Organization organization,
        WireRequest request,
        @Nullable SimUser user,
        Map<String, String> places,
        @Nullable SimProject project,
        @Nullable SimTeam team,
        String version) {

    static final UUID NO_ID = new UUID(0, 0);

    Asker asker() {
        return new Asker(organization, user, project, team);
    }

    Addresses addresses() {
        return Addresses.of(organization);
    }

    String place(String name) {
        String value = places.get(name);
        if (value == null) {
            throw new IllegalStateException("the route has no place " + name);
        }
        return value;
    }

    @Nullable
    String query(String name) {
        return request.query().get(name);
    }

    String query(String name, String otherwise) {
        String value = query(name);
        return value == null || value.isEmpty() ? otherwise : value;
    }

    boolean flag(String name) {
        return query(name, "false").equalsIgnoreCase("true");
    }

    /** A number in the query; what is no number or negative is refused. */
    int number(String name, int otherwise) {
        String value = query(name);
        if (value == null || value.isEmpty()) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new Refused(Refusals.invalid("The value '" + value + "' of " + name + " is not a number."));
        }
        throw new Refused(Refusals.invalid("The value of " + name + " must not be negative."));
    }

    /** A comma-separated list in the query; empty when absent. */
    List<String> words(String name) {
        List<String> words = new ArrayList<>();
        for (String word : query(name, "").split(",", -1)) {
            if (!word.isBlank()) {
                words.add(word.trim());
            }
        }
        return words;
    }

    List<Long> ids(String name) {
        try {
            return words(name).stream().map(Long::valueOf).toList();
        } catch (NumberFormatException e) {
            throw new Refused(Refusals.invalid("The value of " + name + " is not a list of ids."));
        }
    }

    Map<String, @Nullable Object> body() {
        try {
            return JsonReader.readObject(request.bodyText());
        } catch (IllegalArgumentException e) {
            throw new Refused(Refusals.invalid("The request body is not a JSON object."));
        }
    }

    SimProject requiredProject() {
        SimProject given = project;
        if (given == null) {
            throw new Refused(Refusals.unknownRoute(request.path()));
        }
        return given;
    }

    /** The team of the address, or the project's default team. */
    SimTeam requiredTeam() {
        SimTeam given = team;
        return given != null ? given : requiredProject().defaultTeam();
    }

    /** The visible project of that id or name; unknown ones are refused as the service does. */
    SimProject findProject(String idOrName) {
        for (SimProject candidate : organization.projects()) {
            boolean meant = candidate.name().equalsIgnoreCase(idOrName)
                    || candidate.id().toString().equalsIgnoreCase(idOrName);
            if (meant && candidate.visibleTo(user)) {
                return candidate;
            }
        }
        throw new Refused(isId(idOrName) ? Refusals.unknownProjectId(idOrName) : Refusals.unknownProject(idOrName));
    }

    static boolean isId(String text) {
        return text.matches("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    }

    WireAnswer json(Object body) {
        return WireAnswer.of(200, JsonWriter.bytes(body))
                .with("Content-Type", "application/json; charset=utf-8; api-version=" + version);
    }
}
