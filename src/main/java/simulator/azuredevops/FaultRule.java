package simulator.azuredevops;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import simulator.azuredevops.http.Delivery;
import simulator.azuredevops.http.WireAnswer;
import simulator.azuredevops.http.WireRequest;

/** One fault: which requests, how often, and what happens. Every method that says what happens puts it into force. */
public final class FaultRule {

    /** What would have been answered. */
    @FunctionalInterface
    interface Honest {
        WireAnswer answer();
    }

    private interface Effect {
        WireAnswer apply(WireRequest request, Honest honest) throws InterruptedException;
    }

    private final Predicate<WireRequest> wanted;
    private final Consumer<FaultRule> register;
    private @Nullable Effect effect;
    private int remaining = Integer.MAX_VALUE;
    private int every = 1;
    private int skip;
    private int seen;
    private int applied;
    private @Nullable WireAnswer lastPage;

    FaultRule(Predicate<WireRequest> wanted, Consumer<FaultRule> register) {
        this.wanted = wanted;
        this.register = register;
    }

    /** At most so often. */
    public FaultRule times(int most) {
        remaining = most;
        return this;
    }

    /** Only the n-th, 2n-th, … fitting request. */
    public FaultRule every(int nth) {
        every = nth;
        return this;
    }

    /** Not before so many fitting requests went well. */
    public FaultRule after(int requests) {
        skip = requests;
        return this;
    }

    /** How often it happened so far. */
    public synchronized int applied() {
        return applied;
    }

    // ---- what happens

    public FaultRule answer(int status) {
        return answer(status, Map.of(), "");
    }

    /** The text is sent as JSON unless the headers say otherwise. */
    public FaultRule answer(int status, Map<String, String> headers, String body) {
        WireAnswer answer = WireAnswer.of(status, body.getBytes(StandardCharsets.UTF_8));
        if (!body.isEmpty()) {
            answer = answer.with("Content-Type", "application/json; charset=utf-8");
        }
        for (Map.Entry<String, String> header : headers.entrySet()) {
            answer = answer.with(header.getKey(), header.getValue());
        }
        return instead(answer);
    }

    /** The refusal of a caller who used too much; the value of Retry-After is sent as it is. */
    public FaultRule throttled(String retryAfter) {
        return instead(Refusals.throttled(retryAfter));
    }

    public FaultRule redirect(int status, String location) {
        WireAnswer answer = WireAnswer.text(status, "text/html", "<html><body>Object moved</body></html>");
        return instead(location.isEmpty() ? answer : answer.with("Location", location));
    }

    /** The sign-in page with status 203. */
    public FaultRule html203() {
        return instead(Refusals.signInPage());
    }

    /** Status 200 with this text as JSON. */
    public FaultRule malformed(String body) {
        return answer(200, Map.of(), body);
    }

    /** Status 200 with arrays nested this deep. */
    public FaultRule deepJson(int levels) {
        return malformed("{\"value\":" + "[".repeat(levels) + "]".repeat(levels) + "}");
    }

    /** The connection is reset before anything is sent. */
    public FaultRule reset() {
        return deliver(new Delivery.Reset(-1));
    }

    /** The connection is reset in the middle of the body. */
    public FaultRule resetAfter(int bodyBytes) {
        return deliver(new Delivery.Reset(bodyBytes));
    }

    /** The whole length is declared, this many bytes come, the connection closes. */
    public FaultRule cutBodyAfter(int bodyBytes) {
        return deliver(new Delivery.Cut(bodyBytes, true));
    }

    /** As above without a declared length: to HTTP the answer is complete. */
    public FaultRule cutBodySilentlyAfter(int bodyBytes) {
        return deliver(new Delivery.Cut(bodyBytes, false));
    }

    /** Headers at once, then a byte per interval. */
    public FaultRule dribble(Duration interval) {
        return deliver(new Delivery.Dribble(interval));
    }

    /** Accepts and never answers. */
    public FaultRule silence() {
        return deliver(new Delivery.Silence());
    }

    public FaultRule delay(Duration duration) {
        return inForce((_, honest) -> {
            Thread.sleep(duration);
            return honest.answer();
        });
    }

    /** The page before once more, with its continuation. */
    public FaultRule repeatPage() {
        return inForce((_, honest) -> {
            WireAnswer page = lastPage;
            lastPage = honest.answer();
            return page == null ? lastPage : page;
        });
    }

    public FaultRule retryAfterOn200(int seconds) {
        return transform(answer -> answer.with("Retry-After", String.valueOf(seconds)));
    }

    public FaultRule header(String name, String value) {
        return transform(answer -> answer.with(name, value));
    }

    /** Keeps the body and changes the status. */
    public FaultRule status(int status) {
        return transform(answer -> answer.withStatus(status));
    }

    /** A byte order mark before the body. */
    public FaultRule bom() {
        return transform(answer ->
                answer.withBody(prefixed(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, answer.body())));
    }

    /** A stray byte that is no UTF-8 at the start of every title. */
    public FaultRule invalidUtf8() {
        return transform(answer -> {
            String text = new String(answer.body(), StandardCharsets.ISO_8859_1);
            String broken = text.replace("\"System.Title\":\"", "\"System.Title\":\"\u00ff");
            return answer.withBody(broken.getBytes(StandardCharsets.ISO_8859_1));
        });
    }

    /** Members nobody has heard of, at the start of the object. */
    public FaultRule unknownFields() {
        return replaceFirst("{", "{\"unheardOf\":{\"deep\":[1,null,\"x\"]},\"another\":true,");
    }

    /** {@code connectionData} of another organization under the same name. */
    public FaultRule wrongOrganization(UUID instanceId) {
        return transform(
                answer -> replaced(answer, "\"instanceId\":\"[^\"]*\"", "\"instanceId\":\"" + instanceId + "\""));
    }

    /** Every match of a regular expression in the body is replaced: lying revisions, dates from the future. */
    public FaultRule replace(String regex, String replacement) {
        return transform(answer -> replaced(answer, regex, replacement));
    }

    /** The service changes between the request and its answer. */
    public FaultRule whenAsked(Runnable change) {
        return inForce((_, honest) -> {
            change.run();
            return honest.answer();
        });
    }

    /** The service changes right after it has made up its answer. */
    public FaultRule afterwards(Runnable change) {
        return inForce((_, honest) -> {
            WireAnswer answer = honest.answer();
            change.run();
            return answer;
        });
    }

    public FaultRule transform(UnaryOperator<WireAnswer> change) {
        return inForce((_, honest) -> change.apply(honest.answer()));
    }

    private FaultRule replaceFirst(String what, String by) {
        return transform(answer -> {
            String text = answer.bodyText();
            int at = text.indexOf(what);
            String changed = at < 0 ? text : text.substring(0, at) + by + text.substring(at + what.length());
            return answer.withBody(changed.getBytes(StandardCharsets.UTF_8));
        });
    }

    private static WireAnswer replaced(WireAnswer answer, String regex, String replacement) {
        return answer.withBody(answer.bodyText().replaceAll(regex, replacement).getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] prefixed(byte[] prefix, byte[] body) {
        byte[] all = new byte[prefix.length + body.length];
        System.arraycopy(prefix, 0, all, 0, prefix.length);
        System.arraycopy(body, 0, all, prefix.length, body.length);
        return all;
    }

    private FaultRule instead(WireAnswer answer) {
        return inForce((_, _) -> answer);
    }

    private FaultRule deliver(Delivery delivery) {
        return transform(answer -> answer.deliveredBy(delivery));
    }

    private FaultRule inForce(Effect what) {
        effect = what;
        register.accept(this);
        return this;
    }

    // ---- for Faults

    synchronized boolean takes(WireRequest request) {
        if (!wanted.test(request) || remaining == 0) {
            return false;
        }
        seen++;
        if (seen <= skip || (seen - skip) % every != 0) {
            return false;
        }
        remaining--;
        applied++;
        return true;
    }

    WireAnswer apply(WireRequest request, Honest honest) throws InterruptedException {
        Effect what = effect;
        return what == null ? honest.answer() : what.apply(request, honest);
    }
}
