package simulator.azuredevops;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import simulator.azuredevops.http.WireAnswer;
import simulator.azuredevops.json.JsonObject;

/** Processes in both of their forms (reference section 5.2), with their types and states. */
final class ProcessEndpoints {

    private ProcessEndpoints() {}

    static List<Route> routes() {
        Route.Reach reach = Route.Reach.ORGANIZATION;
        return List.of(
                Route.get(reach, "process/processes", "vso.work", ProcessEndpoints::simple),
                Route.get(reach, "process/processes/{process}", "vso.work", ProcessEndpoints::simpleOne),
                Route.get(reach, "work/processes", "vso.work", ProcessEndpoints::detailed),
                Route.get(reach, "work/processes/{process}", "vso.work", ProcessEndpoints::detailedOne),
                Route.get(reach, "work/processes/{process}/workItemTypes", "vso.work", ProcessEndpoints::types),
                Route.get(
                        reach,
                        "work/processes/{process}/workItemTypes/{type}/states",
                        "vso.work",
                        ProcessEndpoints::states));
    }

    private static WireAnswer simple(Call call) {
        return call.json(JsonObject.list(call.organization().processes().stream()
                .map(process -> simple(call, process))
                .toList()));
    }

    private static WireAnswer simpleOne(Call call) {
        return call.json(simple(call, process(call)));
    }

    private static JsonObject simple(Call call, SimProcess process) {
        return JsonObject.of("id", process.id())
                .with("description", process.description())
                .with("isDefault", process.isDefault())
                .with("type", process.inherited() ? "inherited" : "system")
                .with("url", call.addresses().api("process/processes/" + process.id()))
                .with("name", process.name());
    }

    private static WireAnswer detailed(Call call) {
        return call.json(JsonObject.list(call.organization().processes().stream()
                .map(process -> detailed(call, process))
                .toList()));
    }

    private static WireAnswer detailedOne(Call call) {
        return call.json(detailed(call, process(call)));
    }

    private static JsonObject detailed(Call call, SimProcess process) {
        SimProcess parent = process.parent();
        JsonObject answer = JsonObject.of("typeId", process.id())
                .with(
                        "referenceName",
                        parent == null
                                ? null
                                : "Inherited." + process.id().toString().replace("-", ""))
                .with("name", process.name())
                .with("description", process.description())
                .with("parentProcessTypeId", parent == null ? Call.NO_ID : parent.id())
                .with("isEnabled", true)
                .with("isDefault", process.isDefault())
                .with("customizationType", parent == null ? "system" : "inherited");
        if (call.query("$expand", "").toLowerCase(Locale.ROOT).equals("projects")) {
            answer.with(
                    "projects",
                    call.organization().projects().stream()
                            .filter(project ->
                                    project.process().id().equals(process.id()) && project.visibleTo(call.user()))
                            .map(project -> JsonObject.of("id", project.id())
                                    .with("name", project.name())
                                    .with("url", "vstfs:///Classification/TeamProject/" + project.id()))
                            .toList());
        }
        return answer;
    }

    private static WireAnswer types(Call call) {
        SimProcess process = process(call);
        boolean states = call.query("$expand", "").toLowerCase(Locale.ROOT).contains("states");
        List<JsonObject> types = new ArrayList<>();
        for (SimType type : process.types()) {
            JsonObject answer = JsonObject.of("referenceName", type.referenceName())
                    .with("name", type.name())
                    .with("description", type.description())
                    .with("url", address(call, process, type))
                    .with("customization", type.referenceName().startsWith("Microsoft.") ? "system" : "custom")
                    .with("color", type.color())
                    .with("icon", type.icon())
                    .with("isDisabled", false)
                    .with("inherits", null);
            types.add(states ? answer.with("states", states(call, process, type)) : answer);
        }
        return call.json(JsonObject.list(types));
    }

    private static WireAnswer states(Call call) {
        SimProcess process = process(call);
        SimType type = process.find(call.place("type"))
                .orElseThrow(() -> new Refused(Refusals.notFound(
                        "VS402818: The work item type " + call.place("type") + " does not exist.",
                        "ProcessWorkItemTypeDoesNotExistException")));
        return call.json(JsonObject.list(states(call, process, type)));
    }

    private static List<JsonObject> states(Call call, SimProcess process, SimType type) {
        List<JsonObject> states = new ArrayList<>();
        for (SimState state : type.states()) {
            UUID id = UUID.nameUUIDFromBytes(
                    (process.id() + type.referenceName() + state.name()).getBytes(StandardCharsets.UTF_8));
            states.add(JsonObject.of("id", id)
                    .with("name", state.name())
                    .with("color", state.color())
                    .with("stateCategory", state.category().word())
                    .with("order", states.size() + 1)
                    .with("url", address(call, process, type) + "/states/" + id)
                    .with("customizationType", "system"));
        }
        return states;
    }

    private static String address(Call call, SimProcess process, SimType type) {
        return call.addresses().api("work/processes/" + process.id() + "/workItemTypes/" + type.referenceName());
    }

    private static SimProcess process(Call call) {
        String wanted = call.place("process");
        return call.organization().processes().stream()
                .filter(process -> process.id().toString().equalsIgnoreCase(wanted))
                .findFirst()
                .orElseThrow(() -> new Refused(Refusals.notFound(
                        "VS402362: The process with id '" + wanted + "' does not exist.", "ProcessNotFoundException")));
    }
}
