package simulator.azuredevops;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import simulator.azuredevops.http.WireAnswer;
import simulator.azuredevops.json.JsonObject;

/** Areas and iterations as trees (reference section 5.4). */
final class NodeEndpoints {

    private static final int DEEPEST = 14;

    private NodeEndpoints() {}

    static List<Route> routes() {
        Route.Reach reach = Route.Reach.PROJECT;
        return List.of(
                Route.get(reach, "wit/classificationnodes", "vso.work", NodeEndpoints::roots),
                Route.get(reach, "wit/classificationnodes/{group}/{path*}", "vso.work", NodeEndpoints::tree));
    }

    private static WireAnswer roots(Call call) {
        SimProject project = call.requiredProject();
        List<Long> ids = call.ids("ids");
        if (ids.isEmpty()) {
            return call.json(JsonObject.list(List.of(
                    node(call, project.areaRoot(), depth(call)), node(call, project.iterationRoot(), depth(call)))));
        }
        Map<Long, SimNode> known = new HashMap<>();
        project.areaRoot().walk(node -> known.put((long) node.id(), node));
        project.iterationRoot().walk(node -> known.put((long) node.id(), node));
        boolean omit = call.query("errorPolicy", "fail").equalsIgnoreCase("omit");
        List<@Nullable JsonObject> found = new ArrayList<>();
        for (Long id : ids) {
            SimNode node = known.get(id);
            if (node == null && !omit) {
                throw new Refused(missing(String.valueOf(id)));
            }
            found.add(node == null ? null : node(call, node, depth(call)));
        }
        return call.json(JsonObject.list(found));
    }

    private static WireAnswer tree(Call call) {
        SimProject project = call.requiredProject();
        SimNode node = switch (call.place("group").toLowerCase(java.util.Locale.ROOT)) {
            case "areas" -> project.areaRoot();
            case "iterations" -> project.iterationRoot();
            default -> throw new Refused(Refusals.invalid("The structure group is not known."));
        };
        for (String name : call.place("path").split("[/\\\\]", -1)) {
            SimNode child = name.isEmpty() ? node : node.child(name);
            if (child == null) {
                throw new Refused(missing(call.place("path")));
            }
            node = child;
        }
        return call.json(node(call, node, depth(call)));
    }

    private static int depth(Call call) {
        return Math.min(call.number("$depth", 0), DEEPEST);
    }

    private static JsonObject node(Call call, SimNode node, int depth) {
        String address = address(call, node);
        SimNode above = node.parent();
        JsonObject answer = JsonObject.of("id", node.id())
                .with("identifier", node.identifier())
                .with("name", node.name())
                .with("structureType", node.iteration() ? "iteration" : "area")
                .with("hasChildren", !node.children().isEmpty());
        if (depth > 0 && !node.children().isEmpty()) {
            answer.with(
                    "children",
                    node.children().stream()
                            .map(child -> node(call, child, depth - 1))
                            .toList());
        }
        if (node.start() != null || node.finish() != null) {
            answer.with("attributes", JsonObject.of("startDate", node.start()).with("finishDate", node.finish()));
        }
        answer.with("path", node.treePath());
        JsonObject links = JsonObject.of("self", JsonObject.href(address));
        if (above != null) {
            links.with("parent", JsonObject.href(address(call, above)));
        }
        return answer.with("_links", links).with("url", address);
    }

    private static String address(Call call, SimNode node) {
        StringBuilder path = new StringBuilder();
        for (SimNode at = node; at.parent() != null; at = java.util.Objects.requireNonNull(at.parent())) {
            path.insert(0, "/" + Addresses.encode(at.name()));
        }
        String group = node.iteration() ? "Iterations" : "Areas";
        return call.addresses().api(call.requiredProject(), "wit/classificationNodes/" + group + path);
    }

    private static WireAnswer missing(String what) {
        return Refusals.workItem(
                404,
                "VS402485: The classification node \"" + what + "\" is not recognized.",
                "WorkItemTrackingTreeNodeNotFoundException");
    }
}
