package simulator.azuredevops;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import simulator.azuredevops.http.WireAnswer;
import simulator.azuredevops.json.JsonObject;

/** Who belongs to which group, upwards and downwards (reference section 5.7). */
final class MembershipEndpoints {

    private MembershipEndpoints() {}

    static List<Route> routes() {
        return List.of(
                Route.graph("GET", "graph/memberships/{subject}", 1, "vso.graph", MembershipEndpoints::memberships),
                Route.graph("GET", "graph/membershipstates/{subject}", 1, "vso.graph", MembershipEndpoints::state));
    }

    private static WireAnswer memberships(Call call) {
        String descriptor = call.place("subject");
        if (GraphEndpoints.subject(call, descriptor) == null) {
            throw new Refused(GraphEndpoints.missing(descriptor));
        }
        boolean down = call.query("direction", "up").equalsIgnoreCase("down");
        List<JsonObject> found = new ArrayList<>();
        collect(call, descriptor, down, Math.max(1, call.number("depth", 1)), new HashSet<>(), found);
        return call.json(JsonObject.list(found));
    }

    private static void collect(
            Call call, String descriptor, boolean down, int depth, Set<String> seen, List<JsonObject> found) {
        if (depth == 0 || !seen.add(descriptor)) {
            return;
        }
        for (SimGroup group : call.organization().groups()) {
            if (down && group.descriptor().equals(descriptor)) {
                for (String member : members(group)) {
                    found.add(membership(call, descriptor, member));
                    collect(call, member, true, depth - 1, seen, found);
                }
            } else if (!down && members(group).contains(descriptor)) {
                found.add(membership(call, group.descriptor(), descriptor));
                collect(call, group.descriptor(), false, depth - 1, seen, found);
            }
        }
    }

    static List<String> members(SimGroup group) {
        List<String> members = new ArrayList<>();
        group.groups().forEach(nested -> members.add(nested.descriptor()));
        group.users().forEach(user -> members.add(user.descriptor()));
        return members;
    }

    private static JsonObject membership(Call call, String container, String member) {
        String self = call.addresses().graph("Graph/Memberships/" + member + "/" + container);
        return JsonObject.of("containerDescriptor", container)
                .with("memberDescriptor", member)
                .with("_links", JsonObject.of("self", JsonObject.href(self)));
    }

    private static WireAnswer state(Call call) {
        Object subject = GraphEndpoints.subject(call, call.place("subject"));
        if (subject == null) {
            throw new Refused(GraphEndpoints.missing(call.place("subject")));
        }
        return call.json(JsonObject.of("active", !(subject instanceof SimUser user) || user.member()));
    }
}
