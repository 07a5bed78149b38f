package simulator.azuredevops;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import simulator.azuredevops.http.WireAnswer;
import simulator.azuredevops.json.JsonObject;

/** Work item types of a project, their states, fields and categories (reference section 5.6). */
final class TypeEndpoints {

    private static final Map<String, String> CATEGORIES = categories();

    private TypeEndpoints() {}

    static List<Route> routes() {
        Route.Reach reach = Route.Reach.PROJECT;
        return List.of(
                Route.get(reach, "wit/workitemtypes", "vso.work", TypeEndpoints::types),
                Route.get(reach, "wit/workitemtypes/{type}", "vso.work", TypeEndpoints::single),
                Route.get(reach, "wit/workitemtypes/{type}/states", "vso.work", TypeEndpoints::states),
                Route.get(reach, "wit/workitemtypes/{type}/fields", "vso.work", TypeEndpoints::fields),
                Route.get(reach, "wit/workitemtypecategories", "vso.work", TypeEndpoints::allCategories),
                Route.get(reach, "wit/workitemtypecategories/{category}", "vso.work", TypeEndpoints::category));
    }

    private static Map<String, String> categories() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put(SystemProcesses.BUG, "Bug Category");
        names.put(SystemProcesses.EPIC, "Epic Category");
        names.put(SystemProcesses.FEATURE, "Feature Category");
        names.put(SystemProcesses.HIDDEN, "Hidden Types Category");
        names.put(SystemProcesses.REQUIREMENT, "Requirement Category");
        names.put(SystemProcesses.TASK, "Task Category");
        names.put(SystemProcesses.TEST_CASE, "Test Case Category");
        return names;
    }

    private static WireAnswer types(Call call) {
        SimProject project = call.requiredProject();
        return call.json(JsonObject.list(project.process().types().stream()
                .map(type -> type(call, project, type))
                .toList()));
    }

    private static WireAnswer single(Call call) {
        return call.json(type(call, call.requiredProject(), find(call)));
    }

    private static SimType find(Call call) {
        String wanted = call.place("type");
        return call.requiredProject()
                .process()
                .find(wanted)
                .orElseThrow(() -> new Refused(Refusals.workItem(
                        404,
                        "VS402323: Work item type " + wanted + " does not exist in project "
                                + call.requiredProject().name() + " or you do not have permission to access it.",
                        "WorkItemTypeNotFoundException")));
    }

    private static JsonObject type(Call call, SimProject project, SimType type) {
        List<JsonObject> instances =
                fieldsOf(call, type).map(field -> instance(call, field)).toList();
        JsonObject transitions = new JsonObject();
        transitions.with(
                "", List.of(JsonObject.of("to", type.initialState().name()).with("actions", null)));
        for (SimState from : type.states()) {
            transitions.with(
                    from.name(),
                    type.states().stream()
                            .map(to -> JsonObject.of("to", to.name()).with("actions", null))
                            .toList());
        }
        return JsonObject.of("name", type.name())
                .with("referenceName", type.referenceName())
                .with("description", type.description())
                .with("color", type.color())
                .with(
                        "icon",
                        JsonObject.of("id", type.icon())
                                .with(
                                        "url",
                                        call.addresses()
                                                .api("wit/workItemIcons/" + type.icon() + "?color=" + type.color()
                                                        + "&v=2")))
                .with("isDisabled", false)
                .with("xmlForm", "<FORM />")
                .with("fields", instances)
                .with("fieldInstances", instances)
                .with("transitions", transitions)
                .with("states", type.states().stream().map(TypeEndpoints::state).toList())
                .with("url", address(call, project, type));
    }

    private static JsonObject state(SimState state) {
        return JsonObject.of("name", state.name())
                .with("color", state.color())
                .with("category", state.category().word());
    }

    private static WireAnswer states(Call call) {
        return call.json(JsonObject.list(
                find(call).states().stream().map(TypeEndpoints::state).toList()));
    }

    private static Stream<FieldInfo> fieldsOf(Call call, SimType type) {
        List<String> foreign = new ArrayList<>();
        SystemProcesses.ALL.forEach(process -> process.types().forEach(other -> foreign.addAll(other.fields())));
        return call.organization().catalogue().all().stream()
                .filter(field ->
                        type.fields().contains(field.referenceName()) || !foreign.contains(field.referenceName()));
    }

    private static JsonObject instance(Call call, FieldInfo field) {
        return JsonObject.of("alwaysRequired", field.referenceName().equals(Fields.TITLE))
                .with("defaultValue", null)
                .with("referenceName", field.referenceName())
                .with("name", field.name())
                .with("url", call.addresses().api("wit/fields/" + field.referenceName()));
    }

    private static WireAnswer fields(Call call) {
        boolean all = call.query("$expand", "").toLowerCase(Locale.ROOT).equals("all");
        SimType type = find(call);
        return call.json(JsonObject.list(fieldsOf(call, type)
                .map(field -> all
                        ? instance(call, field)
                                .with("allowedValues", allowed(type, field))
                                .with("dependentFields", List.of())
                        : instance(call, field))
                .toList()));
    }

    private static List<String> allowed(SimType type, FieldInfo field) {
        return switch (field.referenceName()) {
            case Fields.STATE -> type.states().stream().map(SimState::name).toList();
            case Fields.PRIORITY -> List.of("1", "2", "3", "4");
            case Fields.SEVERITY -> List.of("1 - Critical", "2 - High", "3 - Medium", "4 - Low");
            case Fields.VALUE_AREA -> List.of("Architectural", "Business");
            default -> List.of();
        };
    }

    private static WireAnswer allCategories(Call call) {
        return call.json(JsonObject.list(CATEGORIES.keySet().stream()
                .filter(reference ->
                        !call.requiredProject().process().inCategory(reference).isEmpty())
                .map(reference -> category(call, reference))
                .toList()));
    }

    private static WireAnswer category(Call call) {
        String wanted = call.place("category");
        return CATEGORIES.keySet().stream()
                .filter(reference -> reference.equalsIgnoreCase(wanted))
                .findFirst()
                .map(reference -> call.json(category(call, reference)))
                .orElseThrow(() -> new Refused(Refusals.workItem(
                        404,
                        "VS402324: Work item type category " + wanted + " does not exist.",
                        "WorkItemTypeCategoryNotFoundException")));
    }

    private static JsonObject category(Call call, String reference) {
        SimProject project = call.requiredProject();
        List<JsonObject> types = project.process().inCategory(reference).stream()
                .map(type -> JsonObject.of("name", type.name()).with("url", address(call, project, type)))
                .toList();
        return JsonObject.of("name", CATEGORIES.get(reference))
                .with("referenceName", reference)
                .with("defaultWorkItemType", types.isEmpty() ? null : types.getFirst())
                .with("workItemTypes", types)
                .with("url", call.addresses().api(project, "wit/workItemTypeCategories/" + reference));
    }

    private static String address(Call call, SimProject project, SimType type) {
        return call.addresses().api(project, "wit/workItemTypes/" + Addresses.encode(type.name()));
    }
}
