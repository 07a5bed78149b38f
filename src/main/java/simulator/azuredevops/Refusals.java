package simulator.azuredevops;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import simulator.azuredevops.http.WireAnswer;
import simulator.azuredevops.json.JsonObject;
import simulator.azuredevops.json.JsonWriter;

/** The signatures of the service's refusals (reference section 3.1). */
final class Refusals {

    static final UUID ANONYMOUS = UUID.fromString("aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa");

    private static final String REALM = "https://tfsprodcus1.app.visualstudio.com/";
    private static final String JSON = "application/json; charset=utf-8";
    private static final String HTML = "text/html; charset=utf-8";

    private Refusals() {}

    /** No credential, or one the service does not know; the client asked for the sign-in page to be suppressed. */
    static WireAnswer unknownCredential(UUID tenant) {
        return unauthorized(ANONYMOUS)
                .with(
                        "WWW-Authenticate",
                        "Bearer authorization_uri=https://login.microsoftonline.com/" + tenant + ", Basic realm=\""
                                + REALM + "\", TFS-Federated")
                .with("X-VSS-ResourceTenant", tenant.toString())
                .with("X-VSS-AuthorizationEndpoint", "https://vssps.dev.azure.com/");
    }

    /** The same without suppression: off to the sign-in page. */
    static WireAnswer signIn(String replyTo) {
        String location = "https://spsprodcus1.vssps.visualstudio.com/_signin?realm=dev.azure.com&reply_to="
                + URLEncoder.encode(replyTo, StandardCharsets.UTF_8);
        String page = "<html><head><title>Object moved</title></head><body>\r\n<h2>Object moved to <a href=\""
                + location.replace("&", "&amp;") + "\">here</a>.</h2>\r\n</body></html>\r\n";
        return WireAnswer.text(302, HTML, page).with("Location", location);
    }

    /** Where a client that follows the redirect ends: status 203 and a page of about 16 KB. */
    static WireAnswer signInPage() {
        String filling = "<!-- " + "layout ".repeat(2300) + "-->";
        return WireAnswer.text(
                203,
                HTML,
                "<!DOCTYPE html>\r\n<html lang=\"en-US\"><head><title>Azure DevOps Services | Sign In</title></head><body>"
                        + filling + "</body></html>");
    }

    /** Missing scope, revoked, or expired: the service does not tell which. */
    static WireAnswer emptyUnauthorized() {
        return WireAnswer.of(401, new byte[0]).with("WWW-Authenticate", "Basic realm=\"" + REALM + "\"");
    }

    static WireAnswer expiredWithSentence() {
        String sentence = "Access Denied: The Personal Access Token used has expired.";
        String page =
                "<!DOCTYPE html><html><head><title>" + sentence + "</title></head><body><h1>401</h1></body></html>";
        return serviceError(WireAnswer.text(401, HTML, page), sentence)
                .with("WWW-Authenticate", "Basic realm=\"" + REALM + "\"");
    }

    static WireAnswer notMember(UUID user) {
        return unauthorized(user).with("WWW-Authenticate", "TFS-Federated, Bearer");
    }

    static WireAnswer globalTokenForbidden() {
        String sentence = "The organization's security policy prohibits access by global Personal Access Token (PAT)"
                + " unless you are on an allowlist.";
        String page = "<!DOCTYPE html><html><head><title>" + sentence + "</title></head><body></body></html>";
        return serviceError(WireAnswer.text(401, HTML, page), sentence)
                .with("WWW-Authenticate", "Basic realm=\"" + REALM + "\"");
    }

    static WireAnswer conditionalAccess() {
        String sentence =
                "VS403463: The conditional access policy defined by your Microsoft Entra administrator has failed.";
        String page = "<!DOCTYPE html><html><head><title>" + sentence
                + "</title></head><body><h1>403 - Uh-oh, you do not have access.</h1><p>" + sentence
                + "</p></body></html>";
        return serviceError(WireAnswer.text(403, HTML, page), sentence);
    }

    static WireAnswer unknownOrganization() {
        return WireAnswer.text(404, "text/plain", "The resource cannot be found.");
    }

    static WireAnswer stopped(String organization, String reason) {
        WireAnswer answer = error(
                503,
                "TF24668: The following team project collection is stopped: " + organization
                        + ". Start the collection, and then try again. Administrator Reason: " + reason,
                "Microsoft.VisualStudio.Services.Common",
                "VssServiceException",
                3000);
        byte[] body = answer.body();
        byte[] marked = new byte[body.length + 3];
        marked[0] = (byte) 0xEF;
        marked[1] = (byte) 0xBB;
        marked[2] = (byte) 0xBF;
        System.arraycopy(body, 0, marked, 3, body.length);
        return answer.withBody(marked);
    }

    static WireAnswer unknownProject(String name) {
        return error(
                404,
                "TF200016: The following project does not exist: " + name
                        + ". Verify that the name of the project is correct and that the project exists on the specified"
                        + " Azure DevOps Server.",
                "Microsoft.TeamFoundation.Core.WebApi",
                "ProjectDoesNotExistWithNameException",
                3000);
    }

    static WireAnswer unknownProjectId(String id) {
        return error(
                404,
                "VS800075: The project with id 'vstfs:///Classification/TeamProject/" + id
                        + "' does not exist, or you do not have permission to access it.",
                "Microsoft.TeamFoundation.Core.WebApi",
                "ProjectDoesNotExistException",
                3000);
    }

    static WireAnswer unknownTeam(String team) {
        return error(
                404,
                "The team with id '" + team + "' does not exist.",
                "Microsoft.TeamFoundation.Core.WebApi",
                "TeamNotFoundException",
                4207);
    }

    static WireAnswer unknownItem(Object id) {
        return workItem(
                404,
                "TF401232: Work item " + id + " does not exist, or you do not have permissions to read it.",
                "WorkItemUnauthorizedAccessException");
    }

    /** An error of work item tracking: event 3200. */
    static WireAnswer workItem(int status, String message, String type) {
        return error(status, message, "Microsoft.TeamFoundation.WorkItemTracking.Server", type, 3200);
    }

    static WireAnswer invalid(String message) {
        return error(400, message, "Microsoft.VisualStudio.Services.Common", "VssPropertyValidationException", 3000);
    }

    static WireAnswer notFound(String message, String type) {
        return error(404, message, "Microsoft.VisualStudio.Services.Common", type, 3000);
    }

    static WireAnswer previewNeeded(String version) {
        return error(
                400,
                "The requested version \"" + version + "\" of the resource is under preview. The -preview flag must be"
                        + " supplied in the api-version for such requests. For example: \"" + version + "-preview\"",
                "Microsoft.VisualStudio.Services.WebApi",
                "VssInvalidPreviewVersionException",
                3000);
    }

    static WireAnswer versionMissing(String method) {
        return error(
                400,
                "No api-version was supplied for the \"" + method
                        + "\" request. The version must be supplied either as part of the Accept header (e.g."
                        + " \"application/json; api-version=1.0\") or as a query parameter (e.g. \"?api-version=1.0\").",
                "Microsoft.VisualStudio.Services.WebApi",
                "VssVersionNotSpecifiedException",
                3000);
    }

    static WireAnswer versionOutOfRange(String version) {
        return error(
                400,
                "The requested REST API version of " + version
                        + " is out of range for this server. The latest REST API version this server supports is 7.2.",
                "Microsoft.VisualStudio.Services.WebApi",
                "VssVersionOutOfRangeException",
                3000);
    }

    static WireAnswer unknownRoute(String path) {
        String sentence = "The controller for path '" + path + "' was not found or does not implement IController.";
        return serviceError(WireAnswer.text(404, "text/plain; charset=utf-8", sentence), sentence);
    }

    static WireAnswer colonInPath() {
        return WireAnswer.text(
                400,
                HTML,
                "<!DOCTYPE html><html><head><title>A potentially dangerous Request.Path value was detected from the"
                        + " client (:).</title></head><body></body></html>");
    }

    static WireAnswer methodNotAllowed(String method) {
        return WireAnswer.of(
                        405,
                        JsonWriter.bytes(JsonObject.of(
                                "message", "The requested resource does not support http method '" + method + "'.")))
                .with("Content-Type", JSON)
                .with("Allow", "GET");
    }

    static WireAnswer throttled(String seconds) {
        return error(
                        429,
                        "TF400733: The request has been canceled: Request was blocked due to exceeding usage of resource"
                                + " Concurrency in namespace User.",
                        "Microsoft.TeamFoundation.Framework.Server",
                        "RequestBlockedException",
                        3000)
                .with("Retry-After", seconds);
    }

    private static WireAnswer unauthorized(UUID user) {
        return error(
                401,
                "TF400813: The user '" + user + "' is not authorized to access this resource.",
                "Microsoft.TeamFoundation.Framework.Server",
                "UnauthorizedRequestException",
                3000);
    }

    private static WireAnswer error(int status, String message, String namespace, String type, int event) {
        JsonObject body = JsonObject.of("$id", "1")
                .with("innerException", null)
                .with("message", message)
                .with("typeName", namespace + "." + type + ", " + namespace)
                .with("typeKey", type)
                .with("errorCode", 0)
                .with("eventId", event);
        return serviceError(WireAnswer.of(status, JsonWriter.bytes(body)).with("Content-Type", JSON), message);
    }

    private static WireAnswer serviceError(WireAnswer answer, String message) {
        return answer.with(
                "X-TFS-ServiceError",
                URLEncoder.encode(message, StandardCharsets.UTF_8).replace("+", "%20"));
    }
}
