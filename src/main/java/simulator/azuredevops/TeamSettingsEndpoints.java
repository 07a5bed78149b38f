package simulator.azuredevops;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import simulator.azuredevops.http.WireAnswer;
import simulator.azuredevops.json.JsonObject;

/** A team's settings, areas and iterations (reference section 5.4). */
final class TeamSettingsEndpoints {

    private TeamSettingsEndpoints() {}

    static List<Route> routes() {
        Route.Reach reach = Route.Reach.TEAM;
        return List.of(
                Route.get(reach, "work/teamsettings", "vso.work", TeamSettingsEndpoints::settings),
                Route.get(reach, "work/teamsettings/teamfieldvalues", "vso.work", TeamSettingsEndpoints::fieldValues),
                Route.get(reach, "work/teamsettings/iterations", "vso.work", TeamSettingsEndpoints::iterations),
                Route.get(
                        reach,
                        "work/teamsettings/iterations/{iteration}",
                        "vso.work",
                        TeamSettingsEndpoints::iteration),
                Route.get(
                        reach,
                        "work/teamsettings/iterations/{iteration}/workitems",
                        "vso.work",
                        TeamSettingsEndpoints::workItems));
    }

    private static WireAnswer settings(Call call) {
        SimTeam team = call.requiredTeam();
        SimNode backlog = team.backlogIteration();
        SimNode current = current(call.organization(), team);
        return call.json(JsonObject.of(
                        "backlogIteration",
                        backlog == null ? JsonObject.of("id", Call.NO_ID) : node(call, team, backlog))
                .with("bugsBehavior", team.bugsBehavior())
                .with("workingDays", List.of("monday", "tuesday", "wednesday", "thursday", "friday"))
                .with(
                        "backlogVisibilities",
                        JsonObject.of(SystemProcesses.EPIC, true)
                                .with(SystemProcesses.FEATURE, true)
                                .with(SystemProcesses.REQUIREMENT, true))
                .with("defaultIteration", current == null ? null : node(call, team, current))
                .with("defaultIterationMacro", "@currentIteration")
                .with("url", call.addresses().api(team, "work/teamsettings"))
                .with(
                        "_links",
                        JsonObject.of("self", JsonObject.href(call.addresses().api(team, "work/teamsettings")))));
    }

    private static JsonObject node(Call call, SimTeam team, SimNode node) {
        String root = team.project().name();
        return JsonObject.of("id", node.identifier())
                .with("name", node.name())
                .with("path", node.path().substring(root.length()))
                .with("url", call.addresses().api(team.project(), "wit/classificationNodes/Iterations"));
    }

    private static WireAnswer fieldValues(Call call) {
        SimTeam team = call.requiredTeam();
        String address = call.addresses().api(team, "work/teamsettings/teamfieldvalues");
        List<JsonObject> values = team.areas().stream()
                .map(area -> JsonObject.of("value", area.node().path()).with("includeChildren", area.includeChildren()))
                .toList();
        return call.json(JsonObject.of(
                        "field",
                        JsonObject.of("referenceName", Fields.AREA_PATH)
                                .with("url", call.addresses().api("wit/fields/" + Fields.AREA_PATH)))
                .with(
                        "defaultValue",
                        team.areas().isEmpty()
                                ? null
                                : team.areas().getFirst().node().path())
                .with("values", values)
                .with("url", address)
                .with("_links", JsonObject.of("self", JsonObject.href(address))));
    }

    private static WireAnswer iterations(Call call) {
        SimTeam team = call.requiredTeam();
        String frame = call.query("$timeframe");
        if (frame != null && !frame.equalsIgnoreCase("current")) {
            throw new Refused(Refusals.invalid("The timeframe '" + frame + "' is not supported."));
        }
        LocalDate today = today(call.organization());
        return call.json(JsonObject.list(team.iterations().stream()
                .filter(node -> frame == null || timeFrame(node, today).equals("current"))
                .map(node -> iteration(call, team, node))
                .toList()));
    }

    private static WireAnswer iteration(Call call) {
        SimTeam team = call.requiredTeam();
        return call.json(iteration(call, team, find(call, team)));
    }

    private static SimNode find(Call call, SimTeam team) {
        String wanted = call.place("iteration").toLowerCase(Locale.ROOT);
        return team.iterations().stream()
                .filter(node -> node.identifier().toString().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new Refused(Refusals.notFound(
                        "The iteration with id '" + wanted + "' does not exist.",
                        "InvalidTeamSettingsIterationException")));
    }

    private static JsonObject iteration(Call call, SimTeam team, SimNode node) {
        return JsonObject.of("id", node.identifier())
                .with("name", node.name())
                .with("path", node.path())
                .with(
                        "attributes",
                        JsonObject.of("startDate", node.start())
                                .with("finishDate", node.finish())
                                .with("timeFrame", timeFrame(node, today(call.organization()))))
                .with("url", call.addresses().api(team, "work/teamsettings/iterations/" + node.identifier()));
    }

    private static String timeFrame(SimNode node, LocalDate today) {
        LocalDate start = node.start();
        LocalDate finish = node.finish();
        if (start == null || finish == null || start.isAfter(today)) {
            return "future";
        }
        return finish.isBefore(today) ? "past" : "current";
    }

    /** The iteration a team is in today, or null between iterations. */
    static @Nullable SimNode current(Organization organization, SimTeam team) {
        LocalDate today = today(organization);
        return team.iterations().stream()
                .filter(node -> timeFrame(node, today).equals("current"))
                .findFirst()
                .orElse(null);
    }

    private static LocalDate today(Organization organization) {
        return LocalDate.ofInstant(organization.now(), ZoneOffset.UTC);
    }

    private static WireAnswer workItems(Call call) {
        SimTeam team = call.requiredTeam();
        SimNode node = find(call, team);
        ItemStore store = call.organization().store();
        List<JsonObject> relations = new ArrayList<>();
        for (StoredItem item : store.all()) {
            SimRevision now = item.current();
            if (now.iteration() == node && item.readableBy(call.user()) && owns(team, now.area())) {
                StoredItem above = store.find(now.parent());
                boolean linked = above != null
                        && above.readableBy(call.user())
                        && above.current().iteration() == node;
                relations.add(JsonObject.of("rel", linked ? ItemEditor.CHILD : null)
                        .with("source", linked ? ItemJson.reference(call, now.parent()) : null)
                        .with("target", ItemJson.reference(call, item.id())));
            }
        }
        String address = call.addresses().api(team, "work/teamsettings/iterations/" + node.identifier() + "/workitems");
        return call.json(JsonObject.of("workItemRelations", relations).with("url", address));
    }

    private static boolean owns(SimTeam team, SimNode area) {
        return team.areas().stream()
                .anyMatch(owned -> owned.includeChildren() ? area.under(owned.node()) : area == owned.node());
    }
}
