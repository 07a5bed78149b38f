package simulator.azuredevops;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import simulator.azuredevops.http.WireAnswer;
import simulator.azuredevops.json.JsonObject;

/** Deleted work items (reference section 5.6); ids are texts here and dates have the American form. */
final class RecycleBinEndpoints {

    private static final DateTimeFormatter AMERICAN =
            DateTimeFormatter.ofPattern("M/d/uuuu h:mm:ss a", Locale.US).withZone(ZoneOffset.UTC);

    private RecycleBinEndpoints() {}

    static List<Route> routes() {
        Route.Reach any = Route.Reach.ORGANIZATION_OR_PROJECT;
        return List.of(
                Route.get(any, "wit/recyclebin", "vso.work", RecycleBinEndpoints::list),
                Route.get(any, "wit/recyclebin/{id}", "vso.work", RecycleBinEndpoints::single));
    }

    private static WireAnswer list(Call call) {
        List<JsonObject> found = new ArrayList<>();
        List<Long> ids = call.ids("ids");
        if (ids.isEmpty()) {
            for (StoredItem item : call.organization().store().all()) {
                if (inBin(call, item)) {
                    found.add(JsonObject.of("id", String.valueOf(item.id())).with("url", address(call, item.id())));
                }
            }
        }
        for (Long id : ids) {
            StoredItem item = call.organization().store().find(id);
            found.add(
                    inBin(call, item) && item != null
                            ? detail(call, item)
                            : JsonObject.of("id", String.valueOf(id)).with("code", 404));
        }
        return call.json(JsonObject.list(found));
    }

    private static WireAnswer single(Call call) {
        String id = call.place("id");
        StoredItem item = id.matches("[0-9]{1,9}") ? call.organization().store().find(Long.parseLong(id)) : null;
        if (item == null || !inBin(call, item)) {
            throw new Refused(Refusals.unknownItem(id));
        }
        return call.json(detail(call, item)
                .with("resource", ItemJson.item(call, item.current(), List.of(), ItemJson.Shape.of("links"))));
    }

    private static boolean inBin(Call call, @Nullable StoredItem item) {
        SimProject project = call.project();
        return item != null
                && item.deleted()
                && item.visibleTo(call.user())
                && (project == null || item.current().project() == project);
    }

    private static JsonObject detail(Call call, StoredItem item) {
        SimRevision now = item.current();
        return JsonObject.of("id", String.valueOf(item.id()))
                .with("code", 200)
                .with("type", now.type().name())
                .with("name", now.title())
                .with("project", now.project().name())
                .with("deletedDate", AMERICAN.format(now.changedDate()))
                .with("deletedBy", now.changedBy().combinedName())
                .with("url", address(call, item.id()));
    }

    private static String address(Call call, int id) {
        return call.addresses().api("wit/recycleBin/" + id);
    }
}
