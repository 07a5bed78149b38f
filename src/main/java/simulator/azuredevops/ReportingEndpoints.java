package simulator.azuredevops;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import simulator.azuredevops.http.WireAnswer;
import simulator.azuredevops.json.JsonObject;
import simulator.azuredevops.json.JsonWritable;
import simulator.azuredevops.json.JsonWriter;
import simulator.azuredevops.json.Times;

/** The change feed: revisions and links in the order of writing (reference section 5.6). */
final class ReportingEndpoints {

    private static final int LARGEST_BATCH = 1000;

    private ReportingEndpoints() {}

    static List<Route> routes() {
        Route.Reach any = Route.Reach.ORGANIZATION_OR_PROJECT;
        return List.of(
                Route.get(any, "wit/reporting/workitemrevisions", "vso.work", ReportingEndpoints::revisionsByGet),
                Route.post(any, "wit/reporting/workitemrevisions", "vso.work", ReportingEndpoints::revisionsByPost),
                Route.get(any, "wit/reporting/workitemlinks", "vso.work", ReportingEndpoints::links));
    }

    /** What a reader of revisions asks for. */
    private record Wish(
            List<String> fields,
            Set<String> types,
            boolean identityObjects,
            boolean deleted,
            boolean latestOnly,
            boolean commentsOnly,
            boolean longText) {}

    private static WireAnswer revisionsByGet(Call call) {
        return revisions(
                call,
                new Wish(
                        WorkItemEndpoints.known(call, call.words("fields")),
                        lower(call.words("types")),
                        call.flag("includeIdentityRef"),
                        call.flag("includeDeleted"),
                        call.flag("includeLatestOnly"),
                        call.flag("includeDiscussionChangesOnly"),
                        call.query("$expand", "").equalsIgnoreCase("fields")));
    }

    private static WireAnswer revisionsByPost(Call call) {
        Map<String, @Nullable Object> body = call.body();
        return revisions(
                call,
                new Wish(
                        WorkItemEndpoints.known(call, names(body.get("fields"))),
                        lower(names(body.get("types"))),
                        Boolean.TRUE.equals(body.get("includeIdentityRef")),
                        Boolean.TRUE.equals(body.get("includeDeleted")),
                        Boolean.TRUE.equals(body.get("includeLatestOnly")),
                        Boolean.TRUE.equals(body.get("includeDiscussionChangesOnly")),
                        call.query("$expand", "").equalsIgnoreCase("fields")));
    }

    private static List<String> names(@Nullable Object list) {
        return list instanceof List<?> names
                ? names.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static Set<String> lower(List<String> names) {
        Set<String> lower = new HashSet<>();
        names.forEach(name -> lower.add(name.toLowerCase(Locale.ROOT)));
        return lower;
    }

    private static WireAnswer revisions(Call call, Wish wish) {
        ItemStore store = call.organization().store();
        List<SimRevision> log = store.log();
        int asked = call.number("$maxPageSize", LARGEST_BATCH);
        int limit = asked == 0 ? LARGEST_BATCH : Math.min(asked, LARGEST_BATCH);
        int at = start(call, store);
        long scanEnd =
                Math.min(log.size(), (long) at + call.organization().policy().reportingScan());
        List<JsonWritable> values = new ArrayList<>();
        while (at < scanEnd && values.size() < limit) {
            SimRevision revision = log.get(at++);
            if (wanted(call, wish, revision)) {
                values.add(value(call, wish, revision));
            }
        }
        return answer(call, "workItemRevisions", values, token(log, at), at >= log.size());
    }

    private static boolean wanted(Call call, Wish wish, SimRevision revision) {
        StoredItem item = revision.item();
        SimProject project = call.project();
        return item.visibleTo(call.user())
                && (project == null || revision.project() == project)
                && (wish.deleted() || !item.deleted())
                && (!wish.latestOnly() || item.current() == revision)
                && (!wish.commentsOnly() || revision.value(Fields.HISTORY_TEXT) != null)
                && (wish.types().isEmpty()
                        || wish.types().contains(revision.type().name().toLowerCase(Locale.ROOT)));
    }

    private static JsonWritable value(Call call, Wish wish, SimRevision revision) {
        return out -> {
            out.beginObject().member("id", revision.id()).member("rev", revision.rev());
            out.name("fields").beginObject();
            if (wish.fields().isEmpty()) {
                field(call, wish, out, Fields.ID, revision.id());
                field(call, wish, out, Fields.REV, revision.rev());
                field(call, wish, out, "System.RevisedDate", revision.value("System.RevisedDate"));
                revision.fields().forEach((name, value) -> field(call, wish, out, name, value));
            } else {
                wish.fields().forEach(name -> field(call, wish, out, name, revision.value(name)));
            }
            out.endObject().endObject();
        };
    }

    private static void field(Call call, Wish wish, JsonWriter out, String name, @Nullable Object value) {
        if (value == null || (!wish.longText() && isLong(call, name))) {
            return;
        }
        if (value instanceof SimUser user && !wish.identityObjects()) {
            out.member(name, user.combinedName());
        } else {
            ItemJson.field(call.organization(), out, name, value);
        }
    }

    private static boolean isLong(Call call, String name) {
        if (name.equals(Fields.TAGS)) {
            return false;
        }
        FieldInfo field = call.organization().catalogue().find(name);
        return field != null && field.type().longText();
    }

    private static int start(Call call, ItemStore store) {
        String token = call.query("continuationToken", call.query("watermark", ""));
        String since = call.query("startDateTime", "");
        if (!token.isEmpty() && !since.isEmpty()) {
            throw new Refused(
                    Refusals.invalid("The continuationToken and startDateTime parameters cannot be used together."));
        }
        if (!since.isEmpty()) {
            return store.positionAt(date(since));
        }
        return token.isEmpty() ? 0 : Math.min(position(token), store.log().size());
    }

    private static Instant date(String text) {
        Instant moment = Times.parse(text);
        if (moment == null) {
            throw new Refused(Refusals.invalid("The value '" + text + "' of startDateTime is not a date."));
        }
        return moment;
    }

    /** Opaque to clients: position in the log, and the item and revision it stands behind. */
    private static String token(List<SimRevision> log, int at) {
        return at == 0
                ? "0;0;0"
                : at + ";" + log.get(at - 1).id() + ";" + log.get(at - 1).rev();
    }

    private static int position(String token) {
        String first = token.split(";", 2)[0];
        if (!first.matches("[0-9]{1,9}")) {
            throw new Refused(Refusals.invalid("The continuation token '" + token + "' is not valid."));
        }
        return Integer.parseInt(first);
    }

    private static WireAnswer answer(
            Call call, String resource, List<? extends JsonWritable> values, String token, boolean last) {
        SimProject project = call.project();
        String path = "wit/reporting/" + resource;
        String address =
                project == null ? call.addresses().api(path) : call.addresses().api(project, path);
        return call.json(JsonObject.of("values", values)
                .with("nextLink", address + "?continuationToken=" + Addresses.encode(token) + "&api-version=7.1")
                .with("continuationToken", token)
                .with("isLastBatch", last));
    }

    private static WireAnswer links(Call call) {
        List<LinkEvent> log = call.organization().store().links();
        Set<String> linkTypes = lower(call.words("linkTypes"));
        Set<String> types = lower(call.words("types"));
        String token = call.query("continuationToken", "");
        String since = call.query("startDateTime", "");
        Instant from = since.isEmpty() ? Instant.MIN : date(since);
        int at = token.isEmpty() ? 0 : Math.min(position(token), log.size());
        List<JsonObject> values = new ArrayList<>();
        while (at < log.size() && values.size() < LARGEST_BATCH) {
            LinkEvent event = log.get(at++);
            if (wanted(call, event, linkTypes, types) && !event.at().isBefore(from)) {
                values.add(link(call, event));
            }
        }
        return answer(call, "workItemLinks", values, String.valueOf(at), at >= log.size());
    }

    private static boolean wanted(Call call, LinkEvent event, Set<String> linkTypes, Set<String> types) {
        ItemStore store = call.organization().store();
        StoredItem source = store.find(event.source());
        StoredItem target = store.find(event.target());
        SimProject project = call.project();
        String rel = event.rel().toLowerCase(Locale.ROOT);
        return source != null
                && target != null
                && source.visibleTo(call.user())
                && target.visibleTo(call.user())
                && (project == null || event.sourceProject() == project)
                && (linkTypes.isEmpty()
                        || linkTypes.contains(rel)
                        || linkTypes.contains(rel.replace("-forward", "").replace("-reverse", "")))
                && (types.isEmpty()
                        || types.contains(source.current().type().name().toLowerCase(Locale.ROOT)));
    }

    private static JsonObject link(Call call, LinkEvent event) {
        return JsonObject.of("rel", event.rel())
                .with("sourceId", event.source())
                .with("targetId", event.target())
                .with("changedDate", event.at())
                .with("isActive", event.created())
                .with("changedBy", IdentityJson.reference(call.organization(), event.by()))
                .with("changedOperation", event.created() ? "create" : "remove")
                .with("sourceProjectId", event.sourceProject().id())
                .with("targetProjectId", event.targetProject().id());
    }
}
