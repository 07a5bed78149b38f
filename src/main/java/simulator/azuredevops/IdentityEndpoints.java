package simulator.azuredevops;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import simulator.azuredevops.http.WireAnswer;
import simulator.azuredevops.json.JsonObject;

/** Identities by id, descriptor or text (reference section 5.7): no pages, unknown ids are null. */
final class IdentityEndpoints {

    private IdentityEndpoints() {}

    static List<Route> routes() {
        return List.of(Route.graph("GET", "identities", 0, "vso.identity", IdentityEndpoints::identities));
    }

    private static WireAnswer identities(Call call) {
        List<@Nullable JsonObject> found = new ArrayList<>();
        for (String id : call.words("identityIds")) {
            found.add(byId(call, id));
        }
        for (String descriptor : call.words("subjectDescriptors")) {
            found.add(full(call, GraphEndpoints.subject(call, descriptor)));
        }
        for (String descriptor : call.words("descriptors")) {
            found.add(byDescriptor(call, descriptor));
        }
        String filter = call.query("filterValue", "");
        if (!filter.isEmpty()) {
            search(call, filter, found);
        }
        return call.json(JsonObject.list(found));
    }

    private static @Nullable JsonObject byId(Call call, String id) {
        String wanted = id.replace("-", "").toLowerCase(Locale.ROOT);
        for (SimUser user : call.organization().users()) {
            if (user.id().toString().replace("-", "").equals(wanted)) {
                return IdentityJson.full(call.organization(), user);
            }
        }
        for (SimGroup group : call.organization().groups()) {
            if (group.id().toString().replace("-", "").equals(wanted)) {
                return full(call, group);
            }
        }
        return null;
    }

    private static @Nullable JsonObject byDescriptor(Call call, String descriptor) {
        String account = descriptor.substring(descriptor.lastIndexOf('\\') + 1);
        for (SimUser user : call.organization().users()) {
            if (user.mail().equalsIgnoreCase(account)) {
                return IdentityJson.full(call.organization(), user);
            }
        }
        for (SimGroup group : call.organization().groups()) {
            if (descriptor.endsWith(group.sid())) {
                return full(call, group);
            }
        }
        return null;
    }

    private static @Nullable JsonObject full(Call call, @Nullable Object subject) {
        boolean expand = !call.query("queryMembership", "None").equalsIgnoreCase("none");
        return switch (subject) {
            case SimUser user -> IdentityJson.full(call.organization(), user);
            case SimGroup group -> IdentityJson.full(group, expand ? MembershipEndpoints.members(group) : List.of());
            case null, default -> null;
        };
    }

    private static void search(Call call, String filter, List<@Nullable JsonObject> found) {
        String how = call.query("searchFilter", "General").toLowerCase(Locale.ROOT);
        String wanted = filter.toLowerCase(Locale.ROOT);
        for (SimUser user : call.organization().users()) {
            String mail = user.mail().toLowerCase(Locale.ROOT);
            String name = user.displayName().toLowerCase(Locale.ROOT);
            boolean hit = switch (how) {
                case "accountname", "mailaddress" -> mail.equals(wanted);
                case "displayname" -> name.equals(wanted);
                case "general" -> mail.equals(wanted) || name.startsWith(wanted);
                default -> false;
            };
            if (hit) {
                found.add(IdentityJson.full(call.organization(), user));
            }
        }
        for (SimGroup group : call.organization().groups()) {
            boolean byName = how.equals("localgroupname") || how.equals("general");
            if (byName && group.name().toLowerCase(Locale.ROOT).equals(wanted)) {
                found.add(full(call, group));
            }
        }
    }
}
