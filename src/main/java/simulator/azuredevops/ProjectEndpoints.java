package simulator.azuredevops;

import java.util.List;
import java.util.Locale;
import simulator.azuredevops.http.WireAnswer;
import simulator.azuredevops.json.JsonObject;

/** Projects: list, single, properties, history (reference section 5.2). */
final class ProjectEndpoints {

    private static final int DEFAULT_PAGE = 100;
    private static final String SCOPES = "vso.project|vso.profile";

    private ProjectEndpoints() {}

    static List<Route> routes() {
        return List.of(
                Route.get(Route.Reach.ORGANIZATION, "projects", SCOPES, ProjectEndpoints::list)
                        .openToStrangers(),
                Route.get(Route.Reach.ORGANIZATION, "projects/{project}", SCOPES, ProjectEndpoints::single)
                        .openToStrangers(),
                Route.get(
                                Route.Reach.ORGANIZATION,
                                "projects/{project}/properties",
                                SCOPES,
                                ProjectEndpoints::properties)
                        .preview(1),
                Route.get(Route.Reach.ORGANIZATION, "projecthistory", SCOPES, ProjectEndpoints::history)
                        .preview(2));
    }

    private static WireAnswer list(Call call) {
        String wanted = call.query("stateFilter", "wellFormed").toLowerCase(Locale.ROOT);
        List<SimProject> all = call.organization().everyProject().stream()
                .filter(project -> project.visibleTo(call.user()) && inState(project, wanted))
                .sorted((a, b) -> b.lastUpdate().compareTo(a.lastUpdate()))
                .toList();
        int top = call.number("$top", DEFAULT_PAGE);
        int from =
                call.query("continuationToken") != null ? call.number("continuationToken", 0) : call.number("$skip", 0);
        List<JsonObject> page = all.stream()
                .skip(from)
                .limit(top)
                .map(project -> summary(call, project))
                .toList();
        WireAnswer answer = call.json(JsonObject.list(page));
        int next = from + page.size();
        return next < all.size() && !page.isEmpty()
                ? answer.with("x-ms-continuationtoken", String.valueOf(next))
                : answer;
    }

    private static boolean inState(SimProject project, String wanted) {
        return switch (wanted) {
            case "all", "unchanged" -> true;
            default -> project.state().toLowerCase(Locale.ROOT).equals(wanted);
        };
    }

    static JsonObject summary(Call call, SimProject project) {
        Addresses addresses = call.addresses();
        return JsonObject.of("id", project.id())
                .with("name", project.name())
                .withPresent("description", project.description().isEmpty() ? null : project.description())
                .with("url", addresses.api("projects/" + project.id()))
                .with("state", project.state())
                .with("revision", project.revision())
                .with("visibility", project.isPublic() ? "public" : "private")
                .with("lastUpdateTime", project.lastUpdate());
    }

    private static WireAnswer single(Call call) {
        SimProject project = named(call);
        Addresses addresses = call.addresses();
        JsonObject answer = summary(call, project);
        if (call.flag("includeCapabilities")) {
            answer.with(
                    "capabilities",
                    JsonObject.of(
                                    "processTemplate",
                                    JsonObject.of(
                                                    "templateName",
                                                    project.process().name())
                                            .with(
                                                    "templateTypeId",
                                                    project.process().id()))
                            .with(
                                    "versioncontrol",
                                    JsonObject.of("sourceControlType", "Git")
                                            .with("gitEnabled", "True")
                                            .with("tfvcEnabled", "False")));
        }
        SimTeam team = project.defaultTeam();
        return call.json(answer.with(
                        "_links",
                        JsonObject.of("self", JsonObject.href(addresses.api("projects/" + project.id())))
                                .with(
                                        "collection",
                                        JsonObject.href(addresses.api("projectCollections/"
                                                + call.organization().instanceId())))
                                .with("web", JsonObject.href(addresses.web(project))))
                .with(
                        "defaultTeam",
                        JsonObject.of("id", team.id())
                                .with("name", team.name())
                                .with("url", addresses.api("projects/" + project.id() + "/teams/" + team.id()))));
    }

    private static SimProject named(Call call) {
        String wanted = call.place("project");
        if (call.flag("includeHistory")) {
            for (SimProject project : call.organization().projects()) {
                if (project.wasNamed(wanted) && project.visibleTo(call.user())) {
                    return project;
                }
            }
        }
        return call.findProject(wanted);
    }

    private static WireAnswer properties(Call call) {
        if (!Call.isId(call.place("project"))) {
            throw new Refused(Refusals.invalid("The project id must be a GUID."));
        }
        SimProject project = call.findProject(call.place("project"));
        SimProcess process = project.process();
        SimProcess system = process.parent() == null ? process : process.parent();
        List<String> keys = call.words("keys").stream()
                .map(key -> key.toLowerCase(Locale.ROOT))
                .toList();
        List<JsonObject> values = List.of(
                        property("System.CurrentProcessTemplateId", process.id()),
                        property("System.OriginalProcessTemplateId", process.id()),
                        property("System.ProcessTemplateType", system.id()),
                        property("System.Process Template", process.name()),
                        property("System.MSPROJ", ""),
                        property("System.SourceControlCapabilityFlags", "2"),
                        property("System.SourceControlGitEnabled", "True"),
                        property("System.Wiki.Enabled", "False"))
                .stream()
                .filter(property -> keys.isEmpty()
                        || keys.stream()
                                .anyMatch(key -> matches(
                                        key, String.valueOf(property.members().get("name")))))
                .toList();
        return call.json(JsonObject.list(values));
    }

    private static boolean matches(String key, String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return key.endsWith("*") ? lower.startsWith(key.substring(0, key.length() - 1)) : lower.equals(key);
    }

    private static JsonObject property(String name, Object value) {
        return JsonObject.of("name", name).with("value", value.toString());
    }

    private static WireAnswer history(Call call) {
        int from = call.number("minRevision", 0);
        return call.json(JsonObject.list(call.organization().projectEvents().stream()
                .filter(event -> event.revision() >= from)
                .map(event -> JsonObject.of("id", event.project().id())
                        .with("name", event.name())
                        .with("state", event.state())
                        .with("revision", event.revision())
                        .with("lastUpdateTime", event.at())
                        .with("visibility", event.project().isPublic() ? "public" : "private"))
                .toList()));
    }
}
