package tallyfold.notification.wire;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.SSLException;
import org.springframework.stereotype.Component;
import tallyfold.kernel.Secret;
import tallyfold.uikit.Texts;

/** Posts signed messages by the scheme of Standard Webhooks, and says in a sentence why one was not taken. */
@Component
public class WebhookWire {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String ALGORITHM = "HmacSHA256";
    private static final String PREFIX = "whsec_";

    private final Duration patience;
    private final HttpClient client;

    public WebhookWire() {
        this(PATIENCE);
    }

    /** With another patience for connecting and for the answer. */
    WebhookWire(Duration patience) {
        this.patience = patience;
        this.client = HttpClient.newBuilder()
                .connectTimeout(patience)
                // A redirect would carry the message to an address that nobody has looked at.
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** Blocks for as long as the other side takes, some ten seconds at most. */
    public SendOutcome send(WebhookAddress address, Secret secret, String id, Instant now, String body) {
        String shown = address.shown();
        try {
            if (!address.allowed()) {
                return failed(address.plain() ? "plain" : "forbidden", shown);
            }
            byte[] content = body.getBytes(StandardCharsets.UTF_8);
            String timestamp = Long.toString(now.getEpochSecond());
            HttpRequest request = HttpRequest.newBuilder(address.uri())
                    .timeout(patience)
                    .header("Content-Type", "application/json")
                    .header("User-Agent", "Tallyfold")
                    .header("webhook-id", id)
                    .header("webhook-timestamp", timestamp)
                    .header("webhook-signature", "v1," + sign(secret, id + "." + timestamp + ".", content))
                    .POST(HttpRequest.BodyPublishers.ofByteArray(content))
                    .build();
            // Nothing of the answer but its status is read.
            HttpResponse<InputStream> answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            answer.body().close();
            return answered(answer.statusCode(), shown);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return failed("interrupted", shown);
        } catch (IOException e) {
            return failed(reason(e), shown);
        }
    }

    private static SendOutcome answered(int status, String shown) {
        String text = Integer.toString(status);
        if (status >= 200 && status < 300) {
            return new SendOutcome.Sent(Texts.of("notification.webhook.sent", shown, text));
        }
        String what = status >= 300 && status < 400 ? "redirect" : "status";
        return new SendOutcome.Failed(Texts.of("notification.webhook." + what, shown, text), true);
    }

    private static SendOutcome failed(String what, String shown) {
        return new SendOutcome.Failed(Texts.of("notification.webhook." + what, shown), true);
    }

    private static String reason(IOException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException
                    || cause instanceof java.nio.channels.UnresolvedAddressException) {
                return "unknown-host";
            }
            if (cause instanceof SSLException) {
                return "tls";
            }
            if (cause instanceof HttpConnectTimeoutException || cause instanceof HttpTimeoutException) {
                return "timeout";
            }
        }
        return e instanceof ConnectException ? "refused" : "broken";
    }

    private static String sign(Secret secret, String before, byte[] content) {
        byte[] key = key(secret);
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            mac.update(before.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(content));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The signature cannot be made", e);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /** A secret with the prefix of the scheme holds its key in Base64; any other is the key itself. */
    private static byte[] key(Secret secret) {
        String text = secret.reveal();
        if (text.startsWith(PREFIX)) {
            try {
                return Base64.getDecoder().decode(text.substring(PREFIX.length()));
            } catch (IllegalArgumentException _) {
                return secret.revealUtf8();
            }
        }
        return secret.revealUtf8();
    }
}
