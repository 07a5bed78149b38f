package simulator.azuredevops.http;

import java.nio.charset.StandardCharsets;

/** One answer: status, headers, body and the way it is delivered. Content-Length and encoding are added on sending. */
public record WireAnswer(int status, Headers headers, byte[] body, Delivery delivery) {

    public static WireAnswer of(int status, byte[] body) {
        return new WireAnswer(status, new Headers(), body, new Delivery.Whole());
    }

    public static WireAnswer text(int status, String contentType, String body) {
        return of(status, body.getBytes(StandardCharsets.UTF_8)).with("Content-Type", contentType);
    }

    public WireAnswer with(String header, String value) {
        return new WireAnswer(status, headers.copy().set(header, value), body, delivery);
    }

    public WireAnswer withBody(byte[] other) {
        return new WireAnswer(status, headers, other, delivery);
    }

    public WireAnswer withStatus(int other) {
        return new WireAnswer(other, headers, body, delivery);
    }

    public WireAnswer deliveredBy(Delivery other) {
        return new WireAnswer(status, headers, body, other);
    }

    public String bodyText() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
