package simulator.azuredevops;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import simulator.azuredevops.http.WireAnswer;
import simulator.azuredevops.json.JsonObject;
import simulator.azuredevops.wiql.Conditions;
import simulator.azuredevops.wiql.Wiql;
import simulator.azuredevops.wiql.WiqlException;
import simulator.azuredevops.wiql.WiqlParser;

/** Stored queries as a tree, two levels a call (reference section 5.6). */
final class QueryEndpoints {

    private static final int DEEPEST = 2;

    private QueryEndpoints() {}

    static List<Route> routes() {
        Route.Reach reach = Route.Reach.PROJECT;
        return List.of(
                Route.get(reach, "wit/queries", "vso.work", QueryEndpoints::list),
                Route.get(reach, "wit/queries/{query*}", "vso.work", QueryEndpoints::single));
    }

    private static WireAnswer list(Call call) {
        SimProject project = call.requiredProject();
        String filter = call.query("$filter", "");
        if (!filter.isEmpty()) {
            List<JsonObject> found = everything(project)
                    .filter(query -> !query.folder()
                            && query.name().toLowerCase(Locale.ROOT).contains(filter.toLowerCase(Locale.ROOT)))
                    .limit(call.number("$top", 200))
                    .map(query -> query(call, query, 0))
                    .toList();
            return call.json(JsonObject.list(found));
        }
        int depth = depth(call);
        return call.json(JsonObject.list(
                List.of(query(call, project.myQueries(), depth), query(call, project.sharedQueries(), depth))));
    }

    private static int depth(Call call) {
        int depth = call.number("$depth", 0);
        if (depth > DEEPEST) {
            throw new Refused(Refusals.invalid("The value of $depth must be between 0 and " + DEEPEST + "."));
        }
        return depth;
    }

    private static Stream<SimQuery> everything(SimProject project) {
        return Stream.of(project.myQueries(), project.sharedQueries()).flatMap(QueryEndpoints::below);
    }

    private static Stream<SimQuery> below(SimQuery query) {
        return Stream.concat(Stream.of(query), query.children().stream().flatMap(QueryEndpoints::below));
    }

    private static WireAnswer single(Call call) {
        String wanted = call.place("query");
        SimQuery found = Call.isId(wanted)
                ? byId(call, wanted)
                : everything(call.requiredProject())
                        .filter(query -> query.path().equalsIgnoreCase(wanted))
                        .findFirst()
                        .orElseThrow(() -> missing(wanted));
        return call.json(query(call, found, depth(call)));
    }

    static SimQuery byId(Call call, String id) {
        SimProject given = call.project();
        List<SimProject> projects = given == null ? call.organization().projects() : List.of(given);
        return projects.stream()
                .filter(project -> project.visibleTo(call.user()))
                .flatMap(QueryEndpoints::everything)
                .filter(query -> query.id().toString().equalsIgnoreCase(id))
                .findFirst()
                .orElseThrow(() -> missing(id));
    }

    private static Refused missing(String what) {
        return new Refused(Refusals.workItem(
                404,
                "TF401243: The query " + what + " does not exist, or you do not have permission to read it.",
                "QueryItemNotFoundException"));
    }

    private static JsonObject query(Call call, SimQuery query, int depth) {
        SimQuery above = query.parent();
        String address = call.addresses().api(call.requiredProject(), "wit/queries/" + query.id());
        JsonObject answer = JsonObject.of("id", query.id())
                .with("name", query.name())
                .with("path", query.path())
                .with("createdBy", IdentityJson.reference(call.organization(), query.author()))
                .with("createdDate", query.created())
                .with("lastModifiedBy", IdentityJson.reference(call.organization(), query.author()))
                .with("lastModifiedDate", query.created());
        if (query.folder()) {
            answer.with("isFolder", true).with("hasChildren", !query.children().isEmpty());
            if (depth > 0 && !query.children().isEmpty()) {
                List<JsonObject> children = new ArrayList<>();
                query.children().forEach(child -> children.add(query(call, child, depth - 1)));
                answer.with("children", children);
            }
        } else {
            text(call, answer, query.wiql());
        }
        JsonObject links = JsonObject.of("self", JsonObject.href(address))
                .with(
                        "html",
                        JsonObject.href(call.addresses().core() + "/"
                                + call.requiredProject().id() + "/_queries/query/" + query.id()));
        if (above != null) {
            links.with(
                    "parent",
                    JsonObject.href(call.addresses().api(call.requiredProject(), "wit/queries/" + above.id())));
        }
        return answer.with("isPublic", query.shared()).with("_links", links).with("url", address);
    }

    private static void text(Call call, JsonObject answer, @Nullable String wiql) {
        try {
            Wiql parsed = WiqlParser.parse(String.valueOf(wiql));
            answer.with("queryType", type(parsed));
            String expand = call.query("$expand", "none").toLowerCase(Locale.ROOT);
            if (expand.equals("wiql") || expand.equals("all") || expand.equals("clauses")) {
                Conditions conditions = new Conditions(new QuerySchema(call.asker()), true);
                answer.with(
                                "columns",
                                parsed.columns().stream()
                                        .map(name -> WiqlEndpoints.column(call, conditions, name))
                                        .toList())
                        .with("wiql", wiql);
            }
        } catch (WiqlException e) {
            answer.with("isInvalidSyntax", true).with("wiql", wiql);
        }
    }

    private static String type(Wiql wiql) {
        if (!wiql.links()) {
            return "flat";
        }
        return wiql.mode() == Wiql.Mode.RECURSIVE ? "tree" : "oneHop";
    }
}
