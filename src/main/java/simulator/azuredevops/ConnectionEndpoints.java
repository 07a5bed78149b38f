package simulator.azuredevops;

import java.util.List;
import simulator.azuredevops.http.WireAnswer;
import simulator.azuredevops.json.JsonObject;

/** {@code connectionData} (reference section 5.1): exists as preview only, needs no particular scope. */
final class ConnectionEndpoints {

    private ConnectionEndpoints() {}

    static List<Route> routes() {
        return List.of(
                Route.get(Route.Reach.ORGANIZATION, "connectionData", "", ConnectionEndpoints::connectionData)
                        .preview(1)
                        .openToStrangers(),
                Route.graph("GET", "connectionData", 1, "", ConnectionEndpoints::connectionData)
                        .openToStrangers());
    }

    private static WireAnswer connectionData(Call call) {
        Organization organization = call.organization();
        SimUser user = call.user();
        JsonObject identity = user == null ? stranger() : person(organization, user);
        return call.json(JsonObject.of("authenticatedUser", identity)
                .with("authorizedUser", identity)
                .with("instanceId", organization.instanceId())
                .with("deploymentId", organization.tenantId())
                .with("deploymentType", "hosted")
                .with(
                        "locationServiceData",
                        JsonObject.of("serviceOwner", "00025394-6065-48ca-87d9-7f5672854ef7")
                                .with("defaultAccessMappingMoniker", "PublicAccessMapping")
                                .with("lastChangeId", 3)
                                .with("lastChangeId64", 3)));
    }

    private static JsonObject person(Organization organization, SimUser user) {
        return JsonObject.of("id", user.id())
                .with(
                        "descriptor",
                        "Microsoft.IdentityModel.Claims.ClaimsIdentity;" + organization.tenantId() + "\\" + user.mail())
                .with("subjectDescriptor", user.descriptor())
                .with("providerDisplayName", user.displayName())
                .with("isActive", true)
                .with("properties", JsonObject.of("Account", IdentityJson.typed("System.String", user.mail())))
                .with("resourceVersion", 2)
                .with("metaTypeId", 0);
    }

    private static JsonObject stranger() {
        return JsonObject.of("id", Refusals.ANONYMOUS)
                .with("descriptor", "System:PublicAccess;" + Refusals.ANONYMOUS)
                .with("subjectDescriptor", "sys.UHVibGljQWNjZXNz")
                .with("providerDisplayName", "Anonymous")
                .with("isActive", true)
                .with("properties", new JsonObject())
                .with("resourceVersion", 2)
                .with("metaTypeId", 0);
    }
}
