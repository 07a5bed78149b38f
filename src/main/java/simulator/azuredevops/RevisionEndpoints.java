package simulator.azuredevops;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import simulator.azuredevops.http.WireAnswer;
import simulator.azuredevops.json.JsonObject;
import simulator.azuredevops.json.JsonWritable;

/** Revisions, updates and comments of one work item (reference section 5.6). */
final class RevisionEndpoints {

    private static final int LARGEST_PAGE = 200;

    private RevisionEndpoints() {}

    static List<Route> routes() {
        Route.Reach any = Route.Reach.ORGANIZATION_OR_PROJECT;
        return List.of(
                Route.get(any, "wit/workitems/{id}/revisions", "vso.work", RevisionEndpoints::revisions),
                Route.get(any, "wit/workitems/{id}/revisions/{number}", "vso.work", RevisionEndpoints::revision),
                Route.get(any, "wit/workitems/{id}/updates", "vso.work", RevisionEndpoints::updates),
                Route.get(any, "wit/workitems/{id}/updates/{number}", "vso.work", RevisionEndpoints::update),
                Route.get(Route.Reach.PROJECT, "wit/workitems/{id}/comments", "vso.work", RevisionEndpoints::comments)
                        .preview(4));
    }

    private static List<SimRevision> history(Call call) {
        String id = call.place("id");
        SimRevision current = id.matches("[0-9]{1,9}") ? WorkItemEndpoints.find(call, Long.parseLong(id), null) : null;
        if (current == null) {
            throw new Refused(Refusals.unknownItem(id));
        }
        return current.item().revisions();
    }

    private static <T> List<T> page(Call call, List<T> all) {
        return all.stream()
                .skip(call.number("$skip", 0))
                .limit(Math.min(call.number("$top", LARGEST_PAGE), LARGEST_PAGE))
                .toList();
    }

    private static WireAnswer revisions(Call call) {
        ItemJson.Shape shape = ItemJson.Shape.of(call.query("$expand", ""));
        List<JsonWritable> page = page(call, history(call)).stream()
                .map(revision -> ItemJson.item(call, revision, List.of(), shape))
                .toList();
        return call.json(JsonObject.list(page));
    }

    private static WireAnswer revision(Call call) {
        return call.json(ItemJson.item(
                call, history(call).get(number(call)), List.of(), ItemJson.Shape.of(call.query("$expand", "links"))));
    }

    private static int number(Call call) {
        String number = call.place("number");
        int size = history(call).size();
        if (!number.matches("[0-9]{1,6}") || Integer.parseInt(number) < 1 || Integer.parseInt(number) > size) {
            throw new Refused(Refusals.workItem(
                    404, "TF401341: Revision " + number + " does not exist.", "WorkItemRevisionNotFoundException"));
        }
        return Integer.parseInt(number) - 1;
    }

    private static WireAnswer updates(Call call) {
        return call.json(JsonObject.list(page(call, allUpdates(call))));
    }

    private static WireAnswer update(Call call) {
        return call.json(allUpdates(call).get(number(call)));
    }

    private static List<JsonObject> allUpdates(Call call) {
        List<JsonObject> updates = new ArrayList<>();
        SimRevision before = null;
        for (SimRevision revision : history(call)) {
            updates.add(update(call, before, revision));
            before = revision;
        }
        return updates;
    }

    private static JsonObject update(Call call, @Nullable SimRevision before, SimRevision after) {
        Map<String, Object> old = before == null ? Map.of() : before.fields();
        Map<String, Object> now = after.fields();
        Set<String> names = new LinkedHashSet<>(now.keySet());
        names.addAll(old.keySet());
        JsonObject fields = new JsonObject();
        for (String name : names) {
            if (!Objects.equals(old.get(name), now.get(name))) {
                fields.with(
                        name,
                        new JsonObject()
                                .withPresent("oldValue", shown(call, old.get(name)))
                                .withPresent("newValue", shown(call, now.get(name))));
            }
        }
        return JsonObject.of("id", after.rev())
                .with("workItemId", after.id())
                .with("rev", after.rev())
                .with("revisedBy", IdentityJson.reference(call.organization(), after.changedBy()))
                .with("revisedDate", after.value("System.RevisedDate"))
                .with("fields", fields)
                .with("url", ItemJson.address(call, after) + "/updates/" + after.rev());
    }

    private static @Nullable Object shown(Call call, @Nullable Object value) {
        return value instanceof SimUser user ? IdentityJson.reference(call.organization(), user) : value;
    }

    private static WireAnswer comments(Call call) {
        List<JsonObject> comments = new ArrayList<>();
        for (SimRevision revision : history(call)) {
            Object text = revision.value(Fields.HISTORY_TEXT);
            if (text != null) {
                comments.add(JsonObject.of("id", revision.watermark())
                        .with("workItemId", revision.id())
                        .with("version", 1)
                        .with("text", text)
                        .with("createdBy", IdentityJson.reference(call.organization(), revision.changedBy()))
                        .with("createdDate", revision.changedDate()));
            }
        }
        return call.json(JsonObject.of("totalCount", comments.size())
                .with("count", comments.size())
                .with("comments", comments));
    }
}
