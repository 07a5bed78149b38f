package simulator.azuredevops.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One request as it was read. */
public final class WireRequest {

    private final String method;
    private final String target;
    private final String path;
    private final Query query;
    private final Headers headers;
    private final byte[] body;

    WireRequest(String method, String target, Headers headers, byte[] body) {
        int mark = target.indexOf('?');
        this.method = method;
        this.target = target;
        this.path = mark < 0 ? target : target.substring(0, mark);
        this.query = Query.of(mark < 0 ? "" : target.substring(mark + 1));
        this.headers = headers;
        this.body = body;
    }

    public String method() {
        return method;
    }

    /** The request target as sent. */
    public String target() {
        return target;
    }

    /** The path as sent, percent escapes included, without the query. */
    public String path() {
        return path;
    }

    public Query query() {
        return query;
    }

    public Headers headers() {
        return headers;
    }

    /** The segments of the path, each decoded; empty ones are dropped. */
    public List<String> segments() {
        List<String> segments = new ArrayList<>();
        for (String segment : path.split("/", -1)) {
            if (!segment.isEmpty()) {
                segments.add(URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8));
            }
        }
        return segments;
    }

    public String bodyText() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
