package simulator.azuredevops;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import simulator.azuredevops.http.WireAnswer;
import simulator.azuredevops.json.JsonObject;

/** Fields, relation types, tags, icons and artifact queries (reference section 5.6). */
final class FieldEndpoints {

    private FieldEndpoints() {}

    static List<Route> routes() {
        Route.Reach any = Route.Reach.ORGANIZATION_OR_PROJECT;
        return List.of(
                Route.get(any, "wit/fields", "vso.work", FieldEndpoints::fields),
                Route.get(any, "wit/fields/{field}", "vso.work", FieldEndpoints::field),
                Route.get(
                        Route.Reach.ORGANIZATION,
                        "wit/workitemrelationtypes",
                        "vso.work",
                        FieldEndpoints::relationTypes),
                Route.get(Route.Reach.ORGANIZATION, "wit/workitemicons/{icon}", "vso.work", FieldEndpoints::icon),
                Route.get(
                        Route.Reach.ORGANIZATION,
                        "wit/artifactlinktypes",
                        "vso.work",
                        FieldEndpoints::artifactLinkTypes),
                Route.post(any, "wit/artifacturiquery", "vso.work", FieldEndpoints::artifacts),
                Route.get(Route.Reach.PROJECT, "wit/tags", "vso.work", FieldEndpoints::tags));
    }

    private static WireAnswer fields(Call call) {
        return call.json(JsonObject.list(call.organization().catalogue().all().stream()
                .map(field -> field(call, field))
                .toList()));
    }

    private static WireAnswer field(Call call) {
        FieldInfo field = call.organization().catalogue().find(call.place("field"));
        if (field == null) {
            throw new Refused(unknown(call.place("field")));
        }
        return call.json(field(call, field));
    }

    static WireAnswer unknown(String field) {
        return Refusals.workItem(
                400, "TF51535: Cannot find field " + field + ".", "WorkItemTrackingFieldDefinitionNotFoundException");
    }

    private static JsonObject field(Call call, FieldInfo field) {
        return JsonObject.of("name", field.name())
                .with("referenceName", field.referenceName())
                .with("description", null)
                .with("type", field.type().word())
                .with("usage", "workItem")
                .with("readOnly", field.readOnly())
                .with("canSortBy", !field.type().longText())
                .with("isQueryable", true)
                .with(
                        "supportedOperations",
                        List.of(
                                JsonObject.of("referenceName", "SupportedOperations.Equals")
                                        .with("name", "="),
                                JsonObject.of("referenceName", "SupportedOperations.NotEquals")
                                        .with("name", "<>")))
                .with("isIdentity", field.type() == FieldInfo.Type.IDENTITY)
                .with("isPicklist", false)
                .with("isPicklistSuggested", false)
                .with("url", call.addresses().api("wit/fields/" + field.referenceName()));
    }

    private static WireAnswer relationTypes(Call call) {
        return call.json(JsonObject.list(List.of(
                link(call, "System.LinkTypes.Dependency-Forward", "Successor", "dependency"),
                link(call, "System.LinkTypes.Dependency-Reverse", "Predecessor", "dependency"),
                link(call, "System.LinkTypes.Duplicate-Forward", "Duplicate", "tree"),
                link(call, "System.LinkTypes.Duplicate-Reverse", "Duplicate Of", "tree"),
                link(call, ItemEditor.CHILD, "Child", "tree"),
                link(call, ItemEditor.PARENT, "Parent", "tree"),
                link(call, "System.LinkTypes.Related", "Related", "network"),
                resource(call, "AttachedFile", "Attached File"),
                resource(call, "Hyperlink", "Hyperlink"),
                resource(call, "ArtifactLink", "Artifact Link"))));
    }

    private static JsonObject link(Call call, String reference, String name, String topology) {
        boolean directional = !topology.equals("network");
        return JsonObject.of(
                        "attributes",
                        JsonObject.of("usage", "workItemLink")
                                .with("editable", true)
                                .with("enabled", true)
                                .with("acyclic", directional)
                                .with("directional", directional)
                                .with("singleTarget", reference.endsWith("Hierarchy-Reverse"))
                                .with("topology", topology)
                                .with("isForward", !reference.endsWith("-Reverse"))
                                .with("oppositeEndReferenceName", ItemEditor.opposite(reference)))
                .with("referenceName", reference)
                .with("name", name)
                .with("url", call.addresses().api("wit/workItemRelationTypes/" + reference));
    }

    private static JsonObject resource(Call call, String reference, String name) {
        return JsonObject.of(
                        "attributes",
                        JsonObject.of("usage", "resourceLink")
                                .with("editable", true)
                                .with("enabled", true))
                .with("referenceName", reference)
                .with("name", name)
                .with("url", call.addresses().api("wit/workItemRelationTypes/" + reference));
    }

    private static WireAnswer icon(Call call) {
        String icon = call.place("icon");
        return call.json(JsonObject.of("id", icon).with("url", call.addresses().api("wit/workItemIcons/" + icon)));
    }

    private static WireAnswer artifactLinkTypes(Call call) {
        return call.json(JsonObject.list(List.of(
                artifactType("Git", "Commit", "Fixed in Commit"),
                artifactType("Git", "PullRequestId", "Pull Request"),
                artifactType("Build", "Build", "Build"))));
    }

    private static JsonObject artifactType(String tool, String artifact, String link) {
        return JsonObject.of("toolType", tool).with("artifactType", artifact).with("linkType", link);
    }

    private static WireAnswer artifacts(Call call) {
        if (!(call.body().get("artifactUris") instanceof List<?> addresses)) {
            throw new Refused(Refusals.invalid("artifactUris is missing."));
        }
        JsonObject result = new JsonObject();
        for (Object address : addresses) {
            List<JsonObject> found = call.organization().store().all().stream()
                    .filter(item -> item.readableBy(call.user())
                            && item.relations().stream()
                                    .anyMatch(relation -> relation.address().equals(address)))
                    .map(item -> ItemJson.reference(call, item.id()))
                    .toList();
            result.with(String.valueOf(address), found);
        }
        return call.json(JsonObject.of("artifactUrisQueryResult", result));
    }

    private static WireAnswer tags(Call call) {
        SimProject project = call.requiredProject();
        TreeSet<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (StoredItem item : call.organization().store().all()) {
            if (item.current().project() == project && item.readableBy(call.user())) {
                names.addAll(tags(item.current().value(Fields.TAGS)));
            }
        }
        return call.json(JsonObject.list(
                names.stream().map(name -> tag(call, project, name)).toList()));
    }

    static List<String> tags(@Nullable Object field) {
        return field == null
                ? List.of()
                : java.util.Arrays.stream(field.toString().split(";"))
                        .map(String::trim)
                        .filter(tag -> !tag.isEmpty())
                        .toList();
    }

    private static JsonObject tag(Call call, SimProject project, String name) {
        UUID id = UUID.nameUUIDFromBytes((project.id() + name).getBytes(StandardCharsets.UTF_8));
        return new JsonObject()
                .with("id", id)
                .with("name", name)
                .with("url", call.addresses().api(project, "wit/tags/" + id));
    }
}
