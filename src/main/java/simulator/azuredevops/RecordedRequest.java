package simulator.azuredevops;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import simulator.azuredevops.http.WireRequest;

/**
 * A request the simulator was asked.
 *
 * @param time when it had been read, by the real clock
 * @param target the request target as sent, query included
 * @param path the path as sent
 * @param query lower-case names, decoded values
 * @param headers lower-case names; {@code authorization} holds a fingerprint
 * @param authorization the Authorization header as sent, for assertions of tests only; null when absent
 * @param body the request's body as text
 * @param status the status answered; 0 when no answer was sent
 * @param bytes size of the answer's body before compression
 * @param duration from the request read to the answer ready, latency included
 */
public record RecordedRequest(
        Instant time,
        String method,
        String target,
        String path,
        Map<String, String> query,
        Map<String, String> headers,
        @Nullable String authorization,
        String body,
        int status,
        int bytes,
        Duration duration) {

    static RecordedRequest of(WireRequest request, Instant time, int status, int bytes, Duration duration) {
        Map<String, String> headers = request.headers().asMap();
        String authorization = headers.get("authorization");
        if (authorization != null) {
            headers.put("authorization", "#" + Integer.toHexString(authorization.hashCode()));
        }
        return new RecordedRequest(
                time,
                request.method(),
                request.target(),
                request.path(),
                request.query().asMap(),
                Map.copyOf(headers),
                authorization,
                request.bodyText(),
                status,
                bytes,
                duration);
    }

    /** Without credential and body. */
    @Override
    public String toString() {
        return method + " " + path + " → " + status;
    }
}
