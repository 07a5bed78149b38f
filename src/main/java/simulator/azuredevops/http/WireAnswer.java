package simulator.azuredevops.http;

import java.nio.charset.StandardCharsets;

/**
 * One answer: status, headers, body and the way it is delivered. Content-Length and encoding are added on sending. The
 * body's array is not copied: nobody may write to it.
 */
public final class WireAnswer {

    private final int status;
    private final Headers headers;
    private final byte[] body;
    private final Delivery delivery;

    public WireAnswer(int status, Headers headers, byte[] body, Delivery delivery) {
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.delivery = delivery;
    }

    public static WireAnswer of(int status, byte[] body) {
        return new WireAnswer(status, new Headers(), body, new Delivery.Whole());
    }

    public static WireAnswer text(int status, String contentType, String body) {
        return of(status, body.getBytes(StandardCharsets.UTF_8)).with("Content-Type", contentType);
    }

    public int status() {
        return status;
    }

    public Headers headers() {
        return headers;
    }

    public byte[] body() {
        return body;
    }

    public Delivery delivery() {
        return delivery;
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
