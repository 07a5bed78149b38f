package simulator.azuredevops;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import simulator.azuredevops.http.WireAnswer;
import simulator.azuredevops.json.JsonObject;

/** Users, groups and descriptors of the graph (reference section 5.7); more pages are told by a header only. */
final class GraphEndpoints {

    /** The service does not document its page; small here, so that paging happens. */
    private static final int PAGE = 50;

    private static final String NEXT = "X-MS-ContinuationToken";

    private GraphEndpoints() {}

    static List<Route> routes() {
        return List.of(
                Route.graph("GET", "graph/users", 1, "vso.graph", GraphEndpoints::users),
                Route.graph("GET", "graph/users/{subject}", 1, "vso.graph", GraphEndpoints::user),
                Route.graph("GET", "graph/groups", 1, "vso.graph", GraphEndpoints::groups),
                Route.graph("GET", "graph/groups/{subject}", 1, "vso.graph", GraphEndpoints::group),
                Route.graph("GET", "graph/descriptors/{id}", 0, "vso.graph", GraphEndpoints::descriptor),
                Route.graph("GET", "graph/storagekeys/{subject}", 0, "vso.graph", GraphEndpoints::storageKey),
                Route.graph("POST", "graph/subjectlookup", 1, "vso.graph", GraphEndpoints::lookup));
    }

    private static WireAnswer users(Call call) {
        List<String> types = call.words("subjectTypes");
        SimProject scope = scope(call);
        List<JsonObject> found = new ArrayList<>();
        if (scope == null && (types.isEmpty() || types.contains("vsts") || types.contains("acs"))) {
            found.add(serviceAccount(call));
        }
        for (SimUser user : call.organization().users()) {
            boolean inside = scope == null
                    || scope.teams().stream().anyMatch(team -> team.people().contains(user));
            if (inside && user.member() && (types.isEmpty() || types.contains("aad"))) {
                found.add(user(call, user));
            }
        }
        return page(call, found);
    }

    private static WireAnswer groups(Call call) {
        SimProject scope = scope(call);
        List<JsonObject> found = new ArrayList<>();
        for (SimGroup group : call.organization().groups()) {
            if (scope == null || group.project() == scope) {
                found.add(group(call, group));
            }
        }
        return page(call, found);
    }

    private static @Nullable SimProject scope(Call call) {
        String descriptor = call.query("scopeDescriptor", "");
        if (descriptor.isEmpty()) {
            return null;
        }
        return call.organization().projects().stream()
                .filter(project -> SimUser.Descriptors.scope(project.id()).equals(descriptor))
                .findFirst()
                .orElseThrow(() -> new Refused(missing(descriptor)));
    }

    private static WireAnswer page(Call call, List<JsonObject> all) {
        int from = position(call.query("continuationToken", ""));
        List<JsonObject> page = all.stream().skip(from).limit(PAGE).toList();
        WireAnswer answer = call.json(JsonObject.list(page));
        int next = from + page.size();
        return next < all.size() && !page.isEmpty() ? answer.with(NEXT, token(next)) : answer;
    }

    private static String token(int position) {
        return Base64.getEncoder().encodeToString(("page=" + position).getBytes(StandardCharsets.UTF_8));
    }

    private static int position(String token) {
        if (token.isEmpty()) {
            return 0;
        }
        try {
            String text = new String(Base64.getDecoder().decode(token), StandardCharsets.UTF_8);
            if (text.matches("page=[0-9]{1,8}")) {
                return Integer.parseInt(text.substring(5));
            }
        } catch (IllegalArgumentException e) {
            throw new Refused(Refusals.invalid("The continuation token is not valid."));
        }
        throw new Refused(Refusals.invalid("The continuation token is not valid."));
    }

    private static WireAnswer user(Call call) {
        Object subject = subject(call, call.place("subject"));
        if (subject instanceof SimUser user) {
            return call.json(user(call, user));
        }
        throw new Refused(missing(call.place("subject")));
    }

    private static WireAnswer group(Call call) {
        Object subject = subject(call, call.place("subject"));
        if (subject instanceof SimGroup group) {
            return call.json(group(call, group));
        }
        throw new Refused(missing(call.place("subject")));
    }

    static WireAnswer missing(String descriptor) {
        return Refusals.notFound(
                "TF14045: The identity with descriptor '" + descriptor + "' could not be found.",
                "GraphSubjectNotFoundException");
    }

    /** The person or group behind a descriptor, or null. */
    static @Nullable Object subject(Call call, String descriptor) {
        for (SimUser user : call.organization().users()) {
            if (user.descriptor().equals(descriptor)) {
                return user;
            }
        }
        for (SimGroup group : call.organization().groups()) {
            if (group.descriptor().equals(descriptor)) {
                return group;
            }
        }
        return null;
    }

    private static JsonObject user(Call call, SimUser user) {
        return subject(
                call,
                JsonObject.of("subjectKind", "user")
                        .with("metaType", "member")
                        .with("directoryAlias", user.mail().split("@", 2)[0])
                        .with("domain", call.organization().tenantId())
                        .with("principalName", user.mail())
                        .with("mailAddress", user.mail())
                        .with("origin", "aad")
                        .with("originId", user.originId())
                        .with("displayName", user.displayName()),
                "Users",
                user.descriptor());
    }

    private static JsonObject serviceAccount(Call call) {
        return subject(
                call,
                JsonObject.of("subjectKind", "user")
                        .with("domain", "LOCAL AUTHORITY")
                        .with("principalName", "TeamFoundationService (TEAM FOUNDATION)")
                        .with("mailAddress", "")
                        .with("origin", "vsts")
                        .with("originId", "00000002-0000-8888-8000-000000000000")
                        .with("displayName", "TeamFoundationService (TEAM FOUNDATION)"),
                "Users",
                "s2s.MDAwMDAwMDItMDAwMC04ODg4LTgwMDAtMDAwMDAwMDAwMDAw");
    }

    private static JsonObject group(Call call, SimGroup group) {
        SimProject project = group.project();
        return subject(
                call,
                JsonObject.of("subjectKind", "group")
                        .with("description", group.description())
                        .with(
                                "domain",
                                project == null
                                        ? "vstfs:///Framework/IdentityDomain/"
                                                + call.organization().instanceId()
                                        : "vstfs:///Classification/TeamProject/" + project.id())
                        .with("principalName", group.principalName())
                        .with("mailAddress", null)
                        .with("origin", "vsts")
                        .with("originId", group.id())
                        .with("displayName", group.name()),
                "Groups",
                group.descriptor());
    }

    private static JsonObject subject(Call call, JsonObject answer, String kind, String descriptor) {
        Addresses addresses = call.addresses();
        String self = addresses.graph("Graph/" + kind + "/" + descriptor);
        return answer.with(
                        "_links",
                        JsonObject.of("self", JsonObject.href(self))
                                .with(
                                        "memberships",
                                        JsonObject.href(addresses.graph("Graph/Memberships/" + descriptor)))
                                .with(
                                        "storageKey",
                                        JsonObject.href(addresses.graph("Graph/StorageKeys/" + descriptor))))
                .with("url", self)
                .with("descriptor", descriptor);
    }

    private static WireAnswer descriptor(Call call) {
        String id = call.place("id");
        for (SimProject project : call.organization().projects()) {
            if (project.id().toString().equalsIgnoreCase(id) && project.visibleTo(call.user())) {
                return value(call, SimUser.Descriptors.scope(project.id()), "Descriptors/" + id);
            }
        }
        for (SimUser user : call.organization().users()) {
            if (user.id().toString().equalsIgnoreCase(id)) {
                return value(call, user.descriptor(), "Descriptors/" + id);
            }
        }
        for (SimGroup group : call.organization().groups()) {
            if (group.id().toString().equalsIgnoreCase(id)) {
                return value(call, group.descriptor(), "Descriptors/" + id);
            }
        }
        throw new Refused(Refusals.notFound(
                "VS860018: The storage key '" + id + "' could not be found.", "StorageKeyNotFoundException"));
    }

    private static WireAnswer storageKey(Call call) {
        String descriptor = call.place("subject");
        UUID id = switch (subject(call, descriptor)) {
            case SimUser user -> user.id();
            case SimGroup group -> group.id();
            case null, default -> throw new Refused(missing(descriptor));
        };
        return value(call, id, "StorageKeys/" + descriptor);
    }

    private static WireAnswer value(Call call, Object value, String path) {
        String self = call.addresses().graph("Graph/" + path);
        return call.json(JsonObject.of("value", value).with("_links", JsonObject.of("self", JsonObject.href(self))));
    }

    private static WireAnswer lookup(Call call) {
        if (!(call.body().get("lookupKeys") instanceof List<?> keys)) {
            throw new Refused(Refusals.invalid("The lookup keys are missing."));
        }
        JsonObject found = new JsonObject();
        for (Object key : keys) {
            Object descriptor = key instanceof Map<?, ?> map ? map.get("descriptor") : null;
            switch (subject(call, String.valueOf(descriptor))) {
                case SimUser user -> found.with(user.descriptor(), user(call, user));
                case SimGroup group -> found.with(group.descriptor(), group(call, group));
                case null, default -> found.withPresent(String.valueOf(descriptor), null);
            }
        }
        return call.json(JsonObject.of("value", found));
    }
}
