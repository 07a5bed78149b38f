package simulator.azuredevops;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import simulator.azuredevops.json.JsonObject;
import simulator.azuredevops.json.JsonWritable;
import simulator.azuredevops.json.JsonWriter;

/** Work items as the endpoints show them. */
final class ItemJson {

    /** What is shown beside the fields. */
    record Shape(boolean everyField, boolean relations, boolean links) {
        static final Shape PLAIN = new Shape(false, false, false);

        static Shape of(String expand) {
            return switch (expand.toLowerCase(java.util.Locale.ROOT)) {
                case "", "none" -> PLAIN;
                case "relations" -> new Shape(false, true, false);
                case "fields" -> new Shape(true, false, false);
                case "links" -> new Shape(false, false, true);
                case "all" -> new Shape(true, true, true);
                default -> throw new Refused(Refusals.invalid("The value '" + expand + "' of $expand is not known."));
            };
        }
    }

    private static final List<String> MORE_FIELDS = List.of(
            Fields.ID,
            "System.AreaId",
            "System.NodeName",
            "System.AreaLevel1",
            "System.AreaLevel2",
            "System.AreaLevel3",
            Fields.REV,
            "System.AuthorizedDate",
            "System.RevisedDate",
            "System.IterationId",
            "System.IterationLevel1",
            "System.IterationLevel2",
            "System.IterationLevel3",
            "System.AuthorizedAs",
            "System.Watermark");

    private ItemJson() {}

    /** {@code {id, url}}. */
    static JsonObject reference(Call call, int id) {
        return JsonObject.of("id", id).with("url", call.addresses().api("wit/workItems/" + id));
    }

    /**
     * A revision as a work item.
     *
     * @param fields reference names wanted; empty: what the service shows by default
     */
    static JsonWritable item(Call call, SimRevision revision, List<String> fields, Shape shape) {
        return out -> {
            out.beginObject().member("id", revision.id()).member("rev", revision.rev());
            out.name("fields").beginObject();
            if (fields.isEmpty()) {
                revision.fields().forEach((name, value) -> field(call.organization(), out, name, value));
                if (shape.everyField()) {
                    MORE_FIELDS.forEach(name -> field(call.organization(), out, name, revision.value(name)));
                }
            } else {
                fields.forEach(name -> field(call.organization(), out, name, revision.value(name)));
            }
            out.endObject();
            if (fields.isEmpty() && revision.value(Fields.DESCRIPTION) != null) {
                out.member("multilineFieldsFormat", JsonObject.of(Fields.DESCRIPTION, "html"));
            }
            List<JsonObject> relations = shape.relations() ? relations(call, revision) : List.of();
            if (!relations.isEmpty()) {
                out.member("relations", relations);
            }
            if (shape.links()) {
                out.member("_links", links(call, revision));
            }
            out.member("url", address(call, revision)).endObject();
        };
    }

    /** A field with an identity as an object; nothing at all for an empty one. */
    static void field(Organization organization, JsonWriter out, String name, @Nullable Object value) {
        if (value instanceof SimUser user) {
            out.name(name);
            IdentityJson.write(out, organization, user);
        } else if (value != null) {
            out.member(name, value);
        }
    }

    static String address(Call call, SimRevision revision) {
        return call.addresses().api(revision.project(), "wit/workItems/" + revision.id());
    }

    private static List<JsonObject> relations(Call call, SimRevision revision) {
        ItemStore store = call.organization().store();
        List<JsonObject> relations = new ArrayList<>();
        relation(call, relations, ItemEditor.PARENT, "Parent", store.find(revision.parent()));
        for (int child : revision.item().children()) {
            relation(call, relations, ItemEditor.CHILD, "Child", store.find(child));
        }
        for (StoredItem.Relation other : revision.item().relations()) {
            if (other.target() == 0) {
                relations.add(JsonObject.of("rel", other.rel())
                        .with("url", other.address())
                        .with("attributes", new JsonObject().with("name", other.rel())));
            } else {
                String name = other.rel().substring(other.rel().lastIndexOf('.') + 1);
                relation(call, relations, other.rel(), name, store.find(other.target()));
            }
        }
        return relations;
    }

    private static void relation(
            Call call, List<JsonObject> relations, String rel, String name, @Nullable StoredItem target) {
        if (target != null && target.readableBy(call.user())) {
            relations.add(JsonObject.of("rel", rel)
                    .with("url", address(call, target.current()))
                    .with("attributes", JsonObject.of("isLocked", false).with("name", name)));
        }
    }

    private static JsonObject links(Call call, SimRevision revision) {
        Addresses addresses = call.addresses();
        String own = address(call, revision);
        return JsonObject.of("self", JsonObject.href(own))
                .with("workItemUpdates", JsonObject.href(own + "/updates"))
                .with("workItemRevisions", JsonObject.href(own + "/revisions"))
                .with("workItemComments", JsonObject.href(own + "/comments"))
                .with(
                        "html",
                        JsonObject.href(
                                addresses.core() + "/" + revision.project().id() + "/_workitems/edit/" + revision.id()))
                .with(
                        "workItemType",
                        JsonObject.href(addresses.api(
                                revision.project(),
                                "wit/workItemTypes/"
                                        + Addresses.encode(revision.type().name()))))
                .with("fields", JsonObject.href(addresses.api(revision.project(), "wit/fields")));
    }
}
