package simulator.azuredevops;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import simulator.azuredevops.http.WireAnswer;
import simulator.azuredevops.json.JsonObject;
import simulator.azuredevops.json.JsonWritable;
import simulator.azuredevops.json.Times;

/** Work items one by one and in batches of at most 200 (reference section 5.6). */
final class WorkItemEndpoints {

    private static final int LARGEST_BATCH = 200;

    private WorkItemEndpoints() {}

    static List<Route> routes() {
        Route.Reach any = Route.Reach.ORGANIZATION_OR_PROJECT;
        return List.of(
                Route.post(any, "wit/workitemsbatch", "vso.work", WorkItemEndpoints::batch),
                Route.get(any, "wit/workitems", "vso.work", WorkItemEndpoints::list),
                Route.get(any, "wit/workitems/{id}", "vso.work", WorkItemEndpoints::single));
    }

    /** What a list or batch asks for. */
    private record Wish(
            List<Long> ids,
            List<String> fields,
            String expand,
            @Nullable String asOf,
            boolean omit) {}

    private static WireAnswer batch(Call call) {
        Map<String, @Nullable Object> body = call.body();
        if (!(body.get("ids") instanceof List<?> given)) {
            throw new Refused(Refusals.invalid("The ids are missing."));
        }
        List<Long> ids = new ArrayList<>();
        for (Object id : given) {
            if (!(id instanceof Long number)) {
                throw new Refused(Refusals.invalid("An id is not a number."));
            }
            ids.add(number);
        }
        List<String> fields = body.get("fields") instanceof List<?> names
                ? names.stream().map(String::valueOf).toList()
                : List.of();
        return answer(
                call,
                new Wish(
                        ids,
                        fields,
                        text(body, "$expand"),
                        body.get("asOf") instanceof String moment ? moment : null,
                        text(body, "errorPolicy").equalsIgnoreCase("omit")));
    }

    private static String text(Map<String, @Nullable Object> body, String name) {
        return body.get(name) instanceof String value ? value : "";
    }

    private static WireAnswer list(Call call) {
        if (call.ids("ids").isEmpty()) {
            throw new Refused(Refusals.invalid("The ids are missing."));
        }
        return answer(
                call,
                new Wish(
                        call.ids("ids"),
                        call.words("fields"),
                        call.query("$expand", ""),
                        call.query("asOf"),
                        call.query("errorPolicy", "fail").equalsIgnoreCase("omit")));
    }

    private static WireAnswer answer(Call call, Wish wish) {
        if (wish.ids().size() > LARGEST_BATCH) {
            throw new Refused(Refusals.workItem(
                    400,
                    "VS403474: You requested " + wish.ids().size() + " work items which exceeds the limit of "
                            + LARGEST_BATCH + ".",
                    "VssPropertyValidationException"));
        }
        List<String> fields = known(call, wish.fields());
        ItemJson.Shape shape = shape(wish.expand(), fields);
        List<@Nullable JsonWritable> found = new ArrayList<>();
        for (Long id : wish.ids()) {
            SimRevision revision = find(call, id, wish.asOf());
            if (revision == null && !wish.omit()) {
                throw new Refused(Refusals.unknownItem(id));
            }
            found.add(revision == null ? null : ItemJson.item(call, revision, fields, shape));
        }
        return call.json(JsonObject.list(found));
    }

    private static WireAnswer single(Call call) {
        List<String> fields = known(call, call.words("fields"));
        String expand = call.query("$expand", fields.isEmpty() ? "links" : "");
        String id = call.place("id");
        SimRevision revision = id.matches("[0-9]{1,9}") ? find(call, Long.parseLong(id), call.query("asOf")) : null;
        if (revision == null) {
            throw new Refused(Refusals.unknownItem(id));
        }
        return call.json(ItemJson.item(call, revision, fields, shape(expand, fields)));
    }

    static List<String> known(Call call, List<String> asked) {
        List<String> names = new ArrayList<>();
        for (String name : asked) {
            FieldInfo field = call.organization().catalogue().find(name);
            if (field == null) {
                throw new Refused(FieldEndpoints.unknown(name));
            }
            names.add(field.referenceName());
        }
        return names;
    }

    private static ItemJson.Shape shape(String expand, List<String> fields) {
        ItemJson.Shape shape = ItemJson.Shape.of(expand);
        if (!fields.isEmpty() && (shape.everyField() || shape.relations())) {
            throw new Refused(Refusals.workItem(
                    400,
                    "The expand parameter can not be used with the fields parameter.",
                    "ConflictingParametersException"));
        }
        return shape;
    }

    /** The revision to show, or null when there is nothing this caller may see. */
    static @Nullable SimRevision find(Call call, long id, @Nullable String asOf) {
        StoredItem item = call.organization().store().find(id);
        if (item == null || !item.readableBy(call.user())) {
            return null;
        }
        if (asOf == null || asOf.isEmpty()) {
            return item.current();
        }
        Instant moment = Times.parse(asOf);
        if (moment == null) {
            throw new Refused(Refusals.invalid("The value '" + asOf + "' of asOf is not a date."));
        }
        return item.asOf(moment);
    }
}
