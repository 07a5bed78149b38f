package simulator.azuredevops.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One request as it was read.
 *
 * @param target the request target as sent
 * @param path the path as sent, percent escapes included, without the query
 */
public record WireRequest(String method, String target, String path, Query query, Headers headers, byte[] body) {

    static WireRequest of(String method, String target, Headers headers, byte[] body) {
        int mark = target.indexOf('?');
        String path = mark < 0 ? target : target.substring(0, mark);
        return new WireRequest(method, target, path, Query.of(mark < 0 ? "" : target.substring(mark + 1)), headers, body);
    }

    /** The segments of the path, each decoded; empty ones are dropped. */
    public List<String> segments() {
        List<String> segments = new ArrayList<>();
        for (String segment : path.split("/")) {
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
