package simulator.azuredevops;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import simulator.azuredevops.SimulatorClient.Answer;

/** Every row of the reference's matrix of failures. */
class RefusalsTest extends SimulatorCase {

    private static final String CONNECTION = SimulatorClient.CORE + "/_apis/connectionData?api-version=7.1-preview";

    private Answer connect(SimulatorClient who) {
        return who.get(CONNECTION);
    }

    @Test
    void redirectsStrangersToTheSignInPage() {
        Answer answer = connect(stranger(false));
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).contains(".vssps.visualstudio.com/_signin?realm=dev.azure.com&reply_to=");
        assertThat(answer.header("Content-Type")).startsWith("text/html");
        assertThat(answer.has("X-VSS-UserData")).isFalse();
    }

    @Test
    void refusesStrangersWithJsonWhenTheSignInPageIsSuppressed() {
        Answer answer = connect(stranger(true));
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.at("typeKey")).isEqualTo("UnauthorizedRequestException");
        assertThat(answer.body()).contains("TF400813").contains("aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa");
        assertThat(answer.header("WWW-Authenticate"))
                .contains("Bearer authorization_uri", "Basic realm", "TFS-Federated");
        assertThat(answer.has("X-VSS-ResourceTenant")).isTrue();
    }

    @Test
    void takesGarbageAndBearerForStrangers() {
        assertThat(connect(with("Basic !!!")).status()).isEqualTo(401);
        assertThat(connect(with("Bearer " + token.text())).body()).contains("TF400813");
    }

    @Test
    void answersRubbishAnonymouslyWherePublicProjectsAreAllowed() {
        acme.publicProjects(true);
        apollo.makePublic();
        acme.addProject("Secret", SystemProcesses.BASIC);
        Answer answer = connect(with("Basic Onh4eHg="));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("authenticatedUser/providerDisplayName")).isEqualTo("Anonymous");
        assertThat(answer.at("authenticatedUser/id")).isEqualTo("aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa");
        assertThat(answer.has("X-VSS-UserData")).isFalse();
        assertThat(stranger(true)
                        .get(SimulatorClient.CORE + "/_apis/projects?api-version=7.1")
                        .each("value", "name"))
                .hasToString("[Apollo]");
        assertThat(stranger(true)
                        .get(SimulatorClient.CORE + "/_apis/process/processes?api-version=7.1")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void refusesTokenWithoutScopeWithEmptyBody() {
        SimToken noWork = acme.issueToken(TokenSpec.reading(ada).without("vso.work"));
        Answer answer = as(noWork).get(SimulatorClient.CORE + "/_apis/wit/workitemrelationtypes?api-version=7.1");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.header("Content-Length")).isEqualTo("0");
        assertThat(answer.has("Content-Type")).isFalse();
        assertThat(answer.header("WWW-Authenticate")).startsWith("Basic realm=\"https://tfsprod");
        assertThat(answer.has("X-VSS-UserData")).isFalse();
        assertThat(connect(as(noWork)).status()).isEqualTo(200);
    }

    @Test
    void refusesExpiredTokenInBothWays() {
        TokenSpec spec = TokenSpec.reading(ada);
        Answer empty = connect(as(acme.issueToken(spec.expiring(NOW, ExpiredAnswer.EMPTY))));
        assertThat(empty.status()).isEqualTo(401);
        assertThat(empty.body()).isEmpty();
        Answer sentence = connect(as(acme.issueToken(spec.expiring(NOW.minusSeconds(1), ExpiredAnswer.SENTENCE))));
        assertThat(sentence.status()).isEqualTo(401);
        assertThat(sentence.body()).contains("Access Denied: The Personal Access Token used has expired.");
        Answer alive = connect(as(acme.issueToken(spec.expiring(NOW.plus(Duration.ofDays(1)), ExpiredAnswer.EMPTY))));
        assertThat(alive.status()).isEqualTo(200);
    }

    @Test
    void refusesRevokedTokenWithEmptyBody() {
        token.revoke();
        assertThat(connect(client).status()).isEqualTo(401);
        assertThat(connect(client).body()).isEmpty();
    }

    @Test
    void namesTheRealPersonWhoIsNoMember() {
        acme.removeUser(ada);
        Answer answer = connect(client);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("TFS-Federated, Bearer");
        assertThat(answer.body()).contains("TF400813", ada.id().toString());
    }

    @Test
    void refusesTokenOfAnotherOrganizationUnlessGlobal() {
        Organization other = simulator.addOrganization("other");
        SimUser sameAda = other.addUser("Ada Keller", "ada@acme.example");
        assertThat(connect(as(other.issueToken(TokenSpec.reading(sameAda)))).status())
                .isEqualTo(401);
        SimToken global = other.issueToken(TokenSpec.reading(sameAda).asGlobal());
        assertThat(connect(as(global)).at("authenticatedUser/id"))
                .isEqualTo(ada.id().toString());
        acme.forbidGlobalTokens(true);
        Answer forbidden = connect(as(global));
        assertThat(forbidden.status()).isEqualTo(401);
        assertThat(forbidden.header("X-TFS-ServiceError")).contains("global%20Personal%20Access%20Token");
    }

    @Test
    void turnsEverybodyAwayByPolicy() {
        acme.policyBlocked(true);
        assertThat(connect(client).status()).isEqualTo(403);
        assertThat(connect(client).body()).contains("VS403463");
    }

    @Test
    void knowsNoOtherOrganization() {
        Answer answer = client.get("/dev.azure.com/nobody/_apis/connectionData?api-version=7.1-preview");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo("The resource cannot be found.").hasSize(29);
        assertThat(answer.header("Content-Type")).isEqualTo("text/plain");
    }

    @Test
    void saysThatTheOrganizationIsStoppedBehindAByteOrderMark() {
        acme.stop("This organization has been deactivated due to inactivity.");
        Answer answer = connect(client);
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body()).startsWith("\uFEFF{").contains("TF24668", "deactivated due to inactivity");
        assertThat(answer.at("typeKey")).isEqualTo("VssServiceException");
        acme.start();
        assertThat(connect(client).status()).isEqualTo(200);
    }

    @Test
    void refusesUnknownProjectsByNameAndById() {
        Answer byName = get("/_apis/projects/Nemesis?api-version=7.1");
        assertThat(byName.status()).isEqualTo(404);
        assertThat(byName.at("typeKey")).isEqualTo("ProjectDoesNotExistWithNameException");
        assertThat(byName.body()).contains("TF200016");
        Answer byId = get("/11111111-2222-3333-4444-555555555555/_apis/wit/workitemtypes?api-version=7.1");
        assertThat(byId.status()).isEqualTo(404);
        assertThat(byId.body()).contains("VS800075");
        apollo.hideFrom(ada);
        assertThat(get("/_apis/projects/" + apollo.id() + "?api-version=7.1").body())
                .contains("VS800075");
    }

    @Test
    void refusesUnknownWorkItemsAndWholeBatchesWithThem() {
        long id = item("Task", "here");
        Answer single = get("/_apis/wit/workitems/4711?api-version=7.1");
        assertThat(single.status()).isEqualTo(404);
        assertThat(single.body()).contains("TF401232");
        assertThat(single.at("eventId")).isEqualTo(3200L);
        assertThat(client.post(
                                SimulatorClient.CORE + "/_apis/wit/workitemsbatch?api-version=7.1",
                                Map.of("ids", java.util.List.of(id, 4711)))
                        .body())
                .contains("TF401232");
    }

    @Test
    void servesPreviewResourcesAsPreviewOnly() {
        Answer answer = get("/_apis/connectionData?api-version=7.1");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("typeKey")).isEqualTo("VssInvalidPreviewVersionException");
        assertThat(get("/_apis/connectionData").status()).isEqualTo(200);
        assertThat(get("/_apis/connectionData?api-version=7.1-preview.1").status())
                .isEqualTo(200);
        assertThat(get("/_apis/projects?api-version=9.0").at("typeKey")).isEqualTo("VssVersionOutOfRangeException");
    }

    @Test
    void takesTheVersionFromTheAcceptHeaderToo() {
        Answer answer = client.send(client.request(SimulatorClient.CORE + "/_apis/connectionData")
                .header("Accept", "application/json;api-version=7.1"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(client.post(SimulatorClient.CORE + "/_apis/wit/wiql", Map.of("query", ""))
                        .body())
                .contains("No api-version was supplied");
    }

    @Test
    void answersUnknownRoutesInPlainText() {
        Answer answer = get("/_apis/nothing/here");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).startsWith("text/plain");
        assertThat(answer.body()).startsWith("The controller for path '/").endsWith("does not implement IController.");
        assertThat(client.get("/elsewhere").status()).isEqualTo(404);
    }

    @Test
    void refusesColonsInPaths() {
        assertThat(get("/_apis/projects/a:b?api-version=7.1").status()).isEqualTo(400);
    }

    @Test
    void refusesToWrite() {
        long id = item("Task", "untouched");
        assertThat(client.send("PATCH", SimulatorClient.CORE + "/_apis/wit/workitems/" + id + "?api-version=7.1")
                        .status())
                .isEqualTo(401);
        SimToken full = acme.issueToken(TokenSpec.reading(ada).withScopes("app_token"));
        assertThat(as(full).send("DELETE", SimulatorClient.CORE + "/_apis/wit/workitems/" + id + "?api-version=7.1")
                        .status())
                .isEqualTo(405);
        assertThat(acme.item(id).rev()).isEqualTo(1);
    }

    @Test
    void putsTheUsualHeadersOnAnswers() {
        Answer answer = get("/_apis/projects?api-version=7.1");
        assertThat(answer.header("Content-Type")).isEqualTo("application/json; charset=utf-8; api-version=7.1");
        assertThat(answer.header("X-VSS-UserData")).isEqualTo(ada.id() + ":ada@acme.example");
        assertThat(answer.header("ActivityId")).isNotEmpty().isEqualTo(answer.header("X-VSS-E2EID"));
        assertThat(answer.header("Cache-Control")).isEqualTo("no-cache");
    }
}
