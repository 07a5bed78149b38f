package tallyfold.azuredevops.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.util.StreamUtils;
import org.springframework.web.client.RestClient;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import tallyfold.provider.Diagnosed.Exchange;

/**
 * Writes down how exchanges went, for a diagnosis: what kind of request, what came back, and how the answer is built. Values never
 * get in: addresses are told by their pattern, headers by a list of harmless ones.
 */
public final class ExchangeRecorder implements ClientHttpRequestInterceptor {

    /** Told with their values, which say nothing of an organization. */
    private static final List<String> TOLD = List.of(
            "content-type",
            "content-length",
            "content-encoding",
            "transfer-encoding",
            "date",
            "retry-after",
            "x-ratelimit-resource",
            "x-ratelimit-delay",
            "x-ratelimit-limit",
            "x-ratelimit-remaining",
            "x-ratelimit-reset",
            "x-vss-e2eid",
            "activityid",
            "x-tfs-processid",
            "x-msedge-ref",
            "server",
            "via");

    /** Told to be there, because their values could hold names, addresses or places in a list. */
    private static final List<String> HIDDEN = List.of(
            "x-ms-continuationtoken",
            "x-vss-userdata",
            "x-tfs-serviceerror",
            "x-vss-authorizationendpoint",
            "www-authenticate",
            "location",
            "set-cookie",
            "link");

    private static final String TEMPLATE = RestClient.class.getName() + ".uriTemplate";
    private static final Pattern OURS = Pattern.compile("/(_apis/|\\{project})");
    private static final Pattern SHORT_NUMBER = Pattern.compile("\\d{1,6}");
    private static final int LONGEST_HEADER = 120;

    private final List<Exchange> recorded = new ArrayList<>();

    /** What was written down since the last time. */
    public synchronized List<Exchange> take() {
        List<Exchange> taken = List.copyOf(recorded);
        recorded.clear();
        return taken;
    }

    @Override
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        long began = System.nanoTime();
        try {
            ClientHttpResponse response = execution.execute(request, body);
            byte[] answer = StreamUtils.copyToByteArray(response.getBody());
            record(new Exchange(
                    pattern(request),
                    response.getStatusCode().value(),
                    Duration.ofNanos(System.nanoTime() - began),
                    answer.length,
                    headers(response.getHeaders()),
                    AnswerShape.of(answer, ApiConnection.JSON)));
            return new ReadResponse(response, answer);
        } catch (IOException | RuntimeException e) {
            record(new Exchange(
                    pattern(request),
                    null,
                    Duration.ofNanos(System.nanoTime() - began),
                    0,
                    List.of(),
                    List.of("no answer: " + e.getClass().getSimpleName())));
            throw e;
        }
    }

    private synchronized void record(Exchange exchange) {
        recorded.add(exchange);
    }

    private static String pattern(HttpRequest request) {
        Object template = request.getAttributes().get(TEMPLATE);
        String path = withoutBase(template == null ? "" : template.toString());
        int query = path.indexOf('?');
        String fixed = query < 0 ? "" : path.substring(query);
        StringBuilder told = new StringBuilder(request.getMethod().name())
                .append(' ')
                .append(query < 0 ? path : path.substring(0, query));
        char between = '?';
        for (Map.Entry<String, List<String>> parameter : UriComponentsBuilder.fromUri(request.getURI())
                .build()
                .getQueryParams()
                .entrySet()) {
            for (String value : parameter.getValue()) {
                String name = UriUtils.decode(parameter.getKey(), StandardCharsets.UTF_8);
                told.append(between).append(name).append('=').append(told(name, value, fixed));
                between = '&';
            }
        }
        return told.toString();
    }

    /** Host and organization stand in front of the first part that the product itself gives. */
    private static String withoutBase(String template) {
        Matcher ours = OURS.matcher(template);
        return ours.find() ? template.substring(ours.start()) : "";
    }

    /** A value is told where the product itself has it in its text, or where it is a small number. */
    private static String told(String name, String value, String fixed) {
        boolean ours = fixed.contains(name + "=" + value);
        return value != null && (ours || SHORT_NUMBER.matcher(value).matches()) ? value : "...";
    }

    private static List<String> headers(HttpHeaders headers) {
        List<String> told = new ArrayList<>();
        for (String name : TOLD) {
            String value = headers.getFirst(name);
            if (value != null) {
                String printable = value.replaceAll("[^\\x20-\\x7e]", "?");
                told.add(name + ": "
                        + (printable.length() > LONGEST_HEADER ? printable.substring(0, LONGEST_HEADER) : printable));
            }
        }
        for (String name : HIDDEN) {
            if (headers.getFirst(name) != null) {
                told.add(name.toLowerCase(Locale.ROOT) + ": (is there)");
            }
        }
        return told;
    }

    /** The same answer, to be read once more. */
    private static final class ReadResponse implements ClientHttpResponse {

        private final ClientHttpResponse answered;
        private final byte[] body;

        ReadResponse(ClientHttpResponse answered, byte[] body) {
            this.answered = answered;
            this.body = body;
        }

        @Override
        public HttpStatusCode getStatusCode() throws IOException {
            return answered.getStatusCode();
        }

        @Override
        public String getStatusText() throws IOException {
            return answered.getStatusText();
        }

        @Override
        public HttpHeaders getHeaders() {
            return answered.getHeaders();
        }

        @Override
        public InputStream getBody() {
            return new ByteArrayInputStream(body);
        }

        @Override
        public void close() {
            answered.close();
        }
    }
}
