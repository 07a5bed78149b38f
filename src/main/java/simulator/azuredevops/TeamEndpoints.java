package simulator.azuredevops;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import simulator.azuredevops.http.WireAnswer;
import simulator.azuredevops.json.JsonObject;

/** Teams and their members (reference section 5.3): pages of 100 without saying so. */
final class TeamEndpoints {

    private static final int DEFAULT_PAGE = 100;
    private static final String SCOPES = "vso.project|vso.profile";

    private TeamEndpoints() {}

    static List<Route> routes() {
        Route.Reach reach = Route.Reach.ORGANIZATION;
        return List.of(
                Route.get(reach, "projects/{project}/teams", SCOPES, TeamEndpoints::ofProject),
                Route.get(reach, "projects/{project}/teams/{team}", SCOPES, TeamEndpoints::single),
                Route.get(reach, "projects/{project}/teams/{team}/members", SCOPES, TeamEndpoints::members),
                Route.get(reach, "teams", "vso.project", TeamEndpoints::ofOrganization)
                        .preview(3));
    }

    private static WireAnswer ofProject(Call call) {
        return page(call, call.findProject(call.place("project")).teams().stream());
    }

    private static WireAnswer ofOrganization(Call call) {
        return page(
                call,
                call.organization().projects().stream()
                        .filter(project -> project.visibleTo(call.user()))
                        .flatMap(project -> project.teams().stream()));
    }

    private static WireAnswer page(Call call, Stream<SimTeam> teams) {
        SimUser user = call.user();
        return call.json(JsonObject.list(teams.filter(team ->
                        !call.flag("$mine") || (user != null && team.people().contains(user)))
                .skip(call.number("$skip", 0))
                .limit(call.number("$top", DEFAULT_PAGE))
                .map(team -> team(call, team))
                .toList()));
    }

    private static WireAnswer single(Call call) {
        return call.json(team(call, find(call)));
    }

    private static SimTeam find(Call call) {
        return call.findProject(call.place("project"))
                .team(call.place("team"))
                .orElseThrow(() -> new Refused(Refusals.unknownTeam(call.place("team"))));
    }

    private static JsonObject team(Call call, SimTeam team) {
        Addresses addresses = call.addresses();
        JsonObject answer = JsonObject.of("id", team.id())
                .with("name", team.name())
                .with("url", addresses.api("projects/" + team.project().id() + "/teams/" + team.id()))
                .with("description", team.description())
                .with("identityUrl", addresses.graph("Identities/" + team.id()))
                .with("projectName", team.project().name())
                .with("projectId", team.project().id());
        return call.flag("$expandIdentity")
                ? answer.with("identity", IdentityJson.full(team.group(), List.of()))
                : answer;
    }

    private static WireAnswer members(Call call) {
        SimTeam team = find(call);
        List<JsonObject> members = new ArrayList<>();
        team.group()
                .groups()
                .forEach(nested ->
                        members.add(JsonObject.of("identity", IdentityJson.reference(call.organization(), nested))));
        team.group().users().forEach(user -> {
            JsonObject member = JsonObject.of("identity", IdentityJson.reference(call.organization(), user));
            members.add(team.administeredBy(user) ? member.with("isTeamAdmin", true) : member);
        });
        return call.json(JsonObject.list(members.stream()
                .skip(call.number("$skip", 0))
                .limit(call.number("$top", DEFAULT_PAGE))
                .toList()));
    }
}
