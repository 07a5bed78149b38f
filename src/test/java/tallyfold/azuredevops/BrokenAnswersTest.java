package tallyfold.azuredevops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tallyfold.azuredevops.http.ExchangeSettings;
import tallyfold.kernel.Secret;
import tallyfold.provider.ConnectionSettings;
import tallyfold.provider.EndpointKind;
import tallyfold.provider.ProviderException;
import tallyfold.provider.ProviderSession;
import tallyfold.provider.RemotePage;
import tallyfold.provider.RemoteProject;
import tallyfold.provider.RemoteProjectId;
import tallyfold.provider.RemoteWorkItem;
import tallyfold.support.RawServer;

/** What happens on a wire that misbehaves: nothing half is ever taken for whole, and nothing hangs. */
@Timeout(30)
class BrokenAnswersTest {

    private static final String JSON = "Content-Type: application/json; charset=utf-8\r\n";
    private static final String ITEM =
            "{\"count\":1,\"value\":[{\"id\":1,\"rev\":2,\"fields\":{\"System.Title\":\"Wheel\"}}]}";
    private static final ExchangeSettings STRICT =
            new ExchangeSettings(Duration.ofSeconds(2), Duration.ofMillis(400), 200_000, 4, 3);

    private final SimulatedProvider.MovableClock clock = new SimulatedProvider.MovableClock();
    private RawServer server = RawServer.json("{}");

    @AfterEach
    void stop() {
        server.close();
    }

    private ProviderSession open(RawServer.Behaviour behaviour) {
        server.close();
        server = new RawServer(behaviour);
        return open(server.url());
    }

    private ProviderSession open(String url) {
        try (Secret token = Secret.of(Fixture.NEW_TOKEN)) {
            return SimulatedProvider.at(url, clock, STRICT)
                    .open(new ConnectionSettings("fabrikam", EndpointKind.SIMULATOR, null, "anna"), token);
        }
    }

    private static RawServer.Behaviour always(String headers, byte[] body) {
        return (_, socket) -> RawServer.send(socket, 200, headers, body);
    }

    /** Asks for an item and gives the failure's code, having looked for the token in all of it. */
    private static String failure(ProviderSession session) {
        try (session) {
            ProviderException refused =
                    catchThrowableOfType(ProviderException.class, () -> session.workItems(List.of(1L)));
            StringWriter trace = new StringWriter();
            refused.printStackTrace(new PrintWriter(trace));
            assertThat(trace.toString())
                    .doesNotContain(Fixture.NEW_TOKEN)
                    .doesNotContain(Fixture.base64(":" + Fixture.NEW_TOKEN))
                    .doesNotContain("Wheel");
            return refused.failure().code();
        }
    }

    private static RemoteWorkItem item(ProviderSession session) {
        try (session) {
            return session.workItems(List.of(1L)).getFirst();
        }
    }

    @Test
    void repeatsACutBodyAndNeverReadsIt() {
        assertThat(failure(open((_, socket) -> {
                    RawServer.sendHead(socket, 200, JSON + "Content-Length: 500\r\n");
                    socket.getOutputStream().write(RawServer.utf8(ITEM));
                })))
                .isEqualTo("UNREACHABLE.NETWORK");
        assertThat(server.requests()).hasSize(5);
    }

    @Test
    void noticesABodyCutWithoutALength() {
        assertThat(failure(open((_, socket) -> {
                    RawServer.sendHead(socket, 200, JSON);
                    socket.getOutputStream().write(RawServer.utf8(ITEM.substring(0, 60)));
                })))
                .isEqualTo("UNEXPECTED_ANSWER.TRUNCATED");
        assertThat(server.requests()).hasSize(5);
    }

    @Test
    void repeatsAfterAReset() {
        AtomicInteger asked = new AtomicInteger();
        assertThat(item(open((_, socket) -> {
                            if (asked.incrementAndGet() < 3) {
                                RawServer.sendHead(socket, 200, JSON + "Content-Length: 500\r\n");
                                socket.getOutputStream().write(RawServer.utf8(ITEM));
                                socket.setSoLinger(true, 0);
                            } else {
                                RawServer.send(socket, 200, JSON, RawServer.utf8(ITEM));
                            }
                        }))
                        .title())
                .isEqualTo("Wheel");
        assertThat(asked).hasValue(3);
    }

    @Test
    void endsADribblingBodyAtTheDeadline() {
        assertThat(failure(open((_, socket) -> {
                    RawServer.sendHead(socket, 200, JSON);
                    for (int i = 0; i < 200; i++) {
                        socket.getOutputStream().write(' ');
                        socket.getOutputStream().flush();
                        TimeUnit.MILLISECONDS.sleep(50);
                    }
                })))
                .isEqualTo("UNREACHABLE.TIMEOUT");
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void endsASilentExchangeAtTheDeadline() {
        assertThat(failure(open((_, _) -> TimeUnit.SECONDS.sleep(5)))).isEqualTo("UNREACHABLE.TIMEOUT");
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void refusesDeepJsonAtOnce() {
        String tower = "[".repeat(90_000) + "]".repeat(90_000);
        for (String deep : List.of("{\"value\":" + tower + "}", "{\"later\":" + tower + ",\"value\":[]}")) {
            assertThat(failure(open(always(JSON, RawServer.utf8(deep))))).isEqualTo("UNEXPECTED_ANSWER.MALFORMED");
            assertThat(server.requests()).hasSize(1);
        }
        String flat = ITEM.replace("Wheel", "[".repeat(90) + "\\\"" + "{".repeat(90));
        assertThat(item(open(always(JSON, RawServer.utf8(flat)))).title()).contains("[[[");
    }

    @Test
    void refusesTooMuch() {
        assertThat(failure(open(always(JSON, new byte[300_000])))).isEqualTo("UNEXPECTED_ANSWER.TOO_LARGE");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void refusesASmallBodyThatUnpacksToTooMuch() throws IOException {
        assertThat(failure(open(always(JSON + "Content-Encoding: gzip\r\n", packed(new byte[50_000_000])))))
                .isEqualTo("UNEXPECTED_ANSWER.TOO_LARGE");
    }

    @Test
    void readsPackedBodies() throws IOException {
        byte[] packed = packed(RawServer.utf8(ITEM));
        assertThat(item(open(always(JSON + "Content-Encoding: gzip\r\n", packed)))
                        .title())
                .isEqualTo("Wheel");
        assertThat(failure(open(always(JSON + "Content-Encoding: gzip\r\n", RawServer.utf8(ITEM)))))
                .isEqualTo("UNREACHABLE.NETWORK");
    }

    private static byte[] packed(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream sink = new GZIPOutputStream(packed)) {
            sink.write(plain);
        }
        return packed.toByteArray();
    }

    @Test
    void triesSenselessJsonTwice() {
        for (String body : List.of("[]", "{\"value\":{}}", "{}", "7", "{\"value\":[7]}", "{\"value\"", "nonsense")) {
            assertThat(failure(open(always(JSON, RawServer.utf8(body)))))
                    .as(body)
                    .startsWith("UNEXPECTED_ANSWER.");
            assertThat(server.requests()).as(body).hasSize(body.equals("{\"value\"") ? 5 : 2);
        }
    }

    @Test
    void toleratesAByteOrderMarkAndUnknownFields() {
        String body = "\ufeff" + ITEM.replace("\"rev\"", "\"later\":{\"a\":[1]},\"rev\"");
        assertThat(item(open(always(JSON, RawServer.utf8(body)))).rev()).isEqualTo(2);
    }

    @Test
    void mendsBytesThatAreNoTextAndWarns() {
        byte[] body = RawServer.utf8(ITEM);
        body[ITEM.indexOf("Wheel")] = (byte) 0xC3;
        RemoteWorkItem item = item(open(always(JSON, body)));
        assertThat(item.title()).isEqualTo("\ufffdheel");
        assertThat(item.warnings()).hasSize(1);
    }

    @Test
    void neverFollowsARedirect() {
        try (RawServer target = RawServer.json(ITEM)) {
            for (int status : List.of(301, 302, 303, 307, 308)) {
                assertThat(failure(open((_, socket) ->
                                RawServer.send(socket, status, "Location: " + target.url() + "/x\r\n", new byte[0]))))
                        .isEqualTo("UNEXPECTED_ANSWER.REDIRECT");
                assertThat(server.requests()).hasSize(1);
            }
            assertThat(target.requests()).isEmpty();
        }
    }

    @Test
    void keepsNoCookies() {
        try (ProviderSession session = open(always(JSON + "Set-Cookie: session=1; Path=/\r\n", RawServer.utf8(ITEM)))) {
            session.workItems(List.of(1L));
            session.workItems(List.of(1L));
        }
        assertThat(server.requests()).hasSize(2).noneMatch(request -> request.contains("ookie"));
    }

    @Test
    void answersNoChallenge() {
        AtomicInteger asked = new AtomicInteger();
        assertThat(failure(open((_, socket) -> {
                    asked.incrementAndGet();
                    RawServer.send(socket, 401, "WWW-Authenticate: Basic realm=\"x\"\r\n", new byte[0]);
                })))
                .isEqualTo("TOKEN_REJECTED.NOT_ACCEPTED");
        // The question itself, and one that tells a bad token from a missing permission.
        assertThat(asked).hasValue(2);
    }

    @Test
    void tellsAProxyThatWantsASignIn() {
        assertThat(failure(open((_, socket) -> RawServer.send(socket, 407, "", new byte[0]))))
                .isEqualTo("UNREACHABLE.PROXY_SIGN_IN");
    }

    @Test
    void tellsARefusedConnectionAndAnUnknownHost() {
        server.close();
        assertThat(failure(open(server.url()))).isEqualTo("UNREACHABLE.NETWORK");
        assertThat(failure(open("http://nobody-is-here.invalid:81"))).isEqualTo("UNREACHABLE.UNKNOWN_HOST");
    }

    @Test
    void halvesABatchThatFailsForOneItem() {
        Pattern ids = Pattern.compile("\"ids\":\\[([0-9,]*)]");
        try (ProviderSession session = open((request, socket) -> {
            Matcher asked = ids.matcher(request);
            List<String> wanted = asked.find() ? List.of(asked.group(1).split(",")) : List.of();
            if (wanted.contains("3")) {
                RawServer.send(
                        socket, 404, JSON, RawServer.utf8("{\"message\":\"TF401232: Work item 3 does not exist\"}"));
            } else {
                String items = String.join(
                        ",",
                        wanted.stream()
                                .map(id -> "{\"id\":" + id + ",\"rev\":1,\"fields\":{}}")
                                .toList());
                RawServer.send(socket, 200, JSON, RawServer.utf8("{\"value\":[" + items + "]}"));
            }
        })) {
            assertThat(session.workItems(List.of(1L, 2L, 3L, 4L, 5L)))
                    .extracting(RemoteWorkItem::id)
                    .containsExactly(1L, 2L, 4L, 5L);
        }
    }

    @Test
    void leavesOutNullsAndItemsNobodyAskedFor() {
        String body = "{\"value\":[null,{\"id\":9,\"rev\":1},{\"id\":1,\"rev\":1},{\"id\":1,\"rev\":1}]}";
        try (ProviderSession session = open(always(JSON, RawServer.utf8(body)))) {
            assertThat(session.workItems(List.of(1L, 2L)))
                    .extracting(RemoteWorkItem::id)
                    .containsExactly(1L);
        }
    }

    @Test
    void asksOnlyForFieldsTheOrganizationHas() {
        try (ProviderSession session = open((request, socket) -> {
            if (request.contains("/_apis/wit/fields")) {
                RawServer.send(socket, 200, JSON, RawServer.utf8("{\"value\":[{\"referenceName\":\"System.Title\"}]}"));
            } else if (request.contains("StoryPoints")) {
                RawServer.send(socket, 400, JSON, RawServer.utf8("{\"message\":\"TF51535: Cannot find field\"}"));
            } else {
                RawServer.send(socket, 200, JSON, RawServer.utf8(ITEM));
            }
        })) {
            assertThat(session.workItems(List.of(1L))).hasSize(1);
            assertThat(session.workItems(List.of(1L))).hasSize(1);
        }
        assertThat(server.requests()).hasSize(4);
    }

    @Test
    void endsAListThatLeadsInCircles() {
        String page = "{\"value\":[{\"id\":\"p1\",\"name\":\"Shop\"},{\"id\":\"p1\",\"name\":\"Shop\"},null]}";
        try (ProviderSession session = open(always(JSON + "x-ms-continuationtoken: 100\r\n", RawServer.utf8(page)))) {
            RemotePage<RemoteProject> first = session.projects(null);
            assertThat(first.items()).hasSize(1);
            ProviderException refused =
                    catchThrowableOfType(ProviderException.class, () -> session.projects(first.continuation()));
            assertThat(refused.failure().code()).isEqualTo("UNEXPECTED_ANSWER.REPEATED_PAGE");
        }
    }

    @Test
    void endsAQueryThatNeverComesForward() {
        String full = "{\"workItems\":[{\"id\":3},{\"id\":1},{\"id\":2}]}";
        RemoteProjectId project = new RemoteProjectId("p1");
        try (ProviderSession session = open(always(JSON, RawServer.utf8(full)))) {
            RemotePage<Long> first = session.workItemIds(project, 0);
            assertThat(first.items()).containsExactly(1L, 2L, 3L);
            assertThat(first.continuation()).isEqualTo("3");
            ProviderException refused =
                    catchThrowableOfType(ProviderException.class, () -> session.workItemIds(project, 3));
            assertThat(refused.failure().code()).isEqualTo("UNEXPECTED_ANSWER.REPEATED_PAGE");
        }
        assertThat(server.requests().getLast())
                .contains("[System.TeamProject] = @project")
                .contains("[System.Id] > 3")
                .contains("timePrecision=true");
    }

    @Test
    void encodesWhatIdsBringAlong() {
        try (ProviderSession session = open(always(JSON, RawServer.utf8("{\"id\":\"x\",\"name\":\"y\"}")))) {
            session.project(new RemoteProjectId("a/b?c#d e"));
            assertThat(server.requests().getFirst())
                    .startsWith("GET /dev.azure.com/fabrikam/_apis/projects/a%2Fb%3Fc%23d%20e?");
            assertThat(catchThrowableOfType(
                            IllegalStateException.class, () -> session.project(new RemoteProjectId(".."))))
                    .isNotNull();
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void endsARunningRequestWhenClosed() throws Exception {
        ProviderSession session = open((_, _) -> TimeUnit.SECONDS.sleep(5));
        CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> failure(session));
        while (server.requests().isEmpty()) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        session.close();
        assertThat(answer.get(2, TimeUnit.SECONDS)).isEqualTo("UNREACHABLE.NETWORK");
        assertThat(server.requests()).hasSize(1);
    }
}
