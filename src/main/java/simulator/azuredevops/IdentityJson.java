package simulator.azuredevops;

import java.util.List;
import org.jspecify.annotations.Nullable;
import simulator.azuredevops.json.JsonObject;
import simulator.azuredevops.json.JsonWritable;
import simulator.azuredevops.json.JsonWriter;

/** People and groups in the forms the endpoints use. */
final class IdentityJson {

    private static final String HOME = "https://spsprodcus1.vssps.visualstudio.com/A";

    private IdentityJson() {}

    /** The reference that stands in work items and teams. */
    static JsonWritable reference(Organization organization, SimUser user) {
        return out -> write(out, organization, user);
    }

    static void write(JsonWriter out, Organization organization, SimUser user) {
        String avatar = Addresses.of(organization).core() + "/_apis/GraphProfile/MemberAvatars/" + user.descriptor();
        out.beginObject()
                .member("displayName", user.displayName())
                .member("url", HOME + organization.instanceId() + "/_apis/Identities/" + user.id());
        out.name("_links")
                .beginObject()
                .name("avatar")
                .beginObject()
                .member("href", avatar)
                .endObject()
                .endObject();
        out.member("id", user.id()).member("uniqueName", user.mail()).member("imageUrl", avatar);
        if (user.disabled()) {
            out.member("inactive", true);
        }
        out.member("descriptor", user.descriptor()).endObject();
    }

    static JsonObject reference(Organization organization, SimGroup group) {
        String avatar = Addresses.of(organization).core() + "/_apis/GraphProfile/MemberAvatars/" + group.descriptor();
        return JsonObject.of("displayName", group.principalName())
                .with("url", HOME + organization.instanceId() + "/_apis/Identities/" + group.id())
                .with("_links", JsonObject.of("avatar", JsonObject.href(avatar)))
                .with("id", group.id())
                .with(
                        "uniqueName",
                        "vstfs:///Framework/IdentityDomain/" + organization.instanceId() + "\\" + group.name())
                .with("isContainer", true)
                .with("imageUrl", avatar)
                .with("descriptor", group.descriptor());
    }

    /** The full identity of the identities endpoint and of connectionData. */
    static JsonObject full(Organization organization, SimUser user) {
        return JsonObject.of("id", user.id())
                .with(
                        "descriptor",
                        "Microsoft.IdentityModel.Claims.ClaimsIdentity;" + organization.tenantId() + "\\" + user.mail())
                .with("subjectDescriptor", user.descriptor())
                .with("providerDisplayName", user.displayName())
                .with("isActive", user.member())
                .with("members", List.of())
                .with("memberOf", List.of())
                .with("memberIds", List.of())
                .with(
                        "properties",
                        JsonObject.of("SchemaClassName", typed("System.String", "User"))
                                .with("Description", typed("System.String", ""))
                                .with("Domain", typed("System.String", organization.tenantId()))
                                .with("Account", typed("System.String", user.mail()))
                                .with("DN", typed("System.String", ""))
                                .with("Mail", typed("System.String", user.mail()))
                                .with("SpecialType", typed("System.String", "Generic"))
                                .with("ComplianceValidated", typed("System.DateTime", "2020-04-23T00:00:00Z"))
                                .with(
                                        "http://schemas.microsoft.com/identity/claims/objectidentifier",
                                        typed("System.String", user.originId())))
                .with("resourceVersion", 2)
                .with("metaTypeId", 0);
    }

    static JsonObject full(SimGroup group, List<String> members) {
        return JsonObject.of("id", group.id())
                .with("descriptor", "Microsoft.TeamFoundation.Identity;" + group.sid())
                .with("subjectDescriptor", group.descriptor())
                .with("providerDisplayName", group.principalName())
                .with("isActive", true)
                .with("isContainer", true)
                .with("members", members)
                .with("memberOf", List.of())
                .with("memberIds", List.of())
                .with(
                        "properties",
                        JsonObject.of("SchemaClassName", typed("System.String", "Group"))
                                .with("Description", typed("System.String", group.description()))
                                .with("Account", typed("System.String", group.name()))
                                .with("Mail", typed("System.String", ""))
                                .with("SpecialType", typed("System.String", "Generic")))
                .with("resourceVersion", 2)
                .with("metaTypeId", 255);
    }

    /** A value of an identity's property dictionary. */
    static JsonObject typed(String type, @Nullable Object value) {
        return JsonObject.of("$type", type).with("$value", value);
    }
}
