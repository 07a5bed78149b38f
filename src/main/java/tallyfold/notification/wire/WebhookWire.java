package tallyfold.notification.wire;

import java.io.IOException;
import java.io.InputStream;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import tallyfold.kernel.Secret;
import tallyfold.network.CurrentClient;
import tallyfold.network.CurrentWay;
import tallyfold.network.HttpClients;
import tallyfold.network.Trouble;
import tallyfold.network.UntrustedIssuerException;
import tallyfold.uikit.Texts;

/** Posts signed messages by the scheme of Standard Webhooks, and says in a sentence why one was not taken. */
@Component
public class WebhookWire {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String ALGORITHM = "HmacSHA256";
    private static final String PREFIX = "whsec_";

    private final Duration patience;
    private final CurrentClient clients;

    @Autowired
    public WebhookWire(CurrentWay ways) {
        this(ways, PATIENCE);
    }

    /** With another patience for connecting and for the answer. */
    WebhookWire(CurrentWay ways, Duration patience) {
        this.patience = patience;
        // Plain http is for this machine only, which no proxy is needed for, whatever the machine is called.
        this.clients = new CurrentClient(ways, way -> way.clientWithPlainHttpDirect(patience));
    }

    /** Why nothing may be sent there now, in a sentence. Asks the name service, so call it off the user-interface thread. */
    public Optional<String> objection(WebhookAddress address) {
        return objection(address, HttpClients.goesThroughProxy(clients.get(), address.uri()));
    }

    private static Optional<String> objection(WebhookAddress address, boolean throughProxy) {
        try {
            return address.allowed(throughProxy)
                    ? Optional.empty()
                    : Optional.of(words(address.plain() ? "plain" : "forbidden", address.shown()));
        } catch (UnknownHostException _) {
            return Optional.of(words("unknown-host", address.shown()));
        }
    }

    /** Blocks for as long as the other side takes, some ten seconds at most. */
    public SendOutcome send(WebhookAddress address, Secret secret, String id, Instant now, String body) {
        String shown = address.shown();
        // One client from here to the end: what was looked at is what is done.
        HttpClient client = clients.get();
        boolean throughProxy = HttpClients.goesThroughProxy(client, address.uri());
        Optional<String> objection = objection(address, throughProxy);
        if (objection.isPresent()) {
            return new SendOutcome.Failed(objection.get(), true);
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
        try {
            // Nothing of the answer but its status is read.
            HttpResponse<InputStream> answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            if (answer.body() == null) {
                return failed(Trouble.ofRefusedTunnel(answer.statusCode()), shown);
            }
            answer.body().close();
            return answered(answer.statusCode(), shown);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new SendOutcome.Failed(words("interrupted", shown), true);
        } catch (IOException e) {
            return UntrustedIssuerException.issuerIn(e)
                    .map(issuer -> untrusted(issuer, shown))
                    .orElseGet(() -> failed(Trouble.of(e, throughProxy), shown));
        }
    }

    private static SendOutcome answered(int status, String shown) {
        String text = Integer.toString(status);
        if (status >= 200 && status < 300) {
            return new SendOutcome.Sent(words("sent", shown, text));
        }
        String what = status >= 300 && status < 400 ? "redirect" : "status";
        return new SendOutcome.Failed(words(what, shown, text), true);
    }

    private static SendOutcome untrusted(String issuer, String shown) {
        return new SendOutcome.Failed(words("untrusted", shown, Issuers.named(issuer)), true);
    }

    private static SendOutcome failed(Trouble trouble, String shown) {
        String what = switch (trouble) {
            case UNTRUSTED, TLS -> "tls";
            case TIMEOUT -> "timeout";
            case PROXY_SIGN_IN -> "proxy-sign-in";
            case PROXY -> "proxy";
            case UNKNOWN_HOST -> "unknown-host";
            case REFUSED -> "refused";
            case BROKEN -> "broken";
        };
        return new SendOutcome.Failed(words(what, shown), true);
    }

    private static String words(String what, Object... arguments) {
        return Texts.of("notification.webhook." + what, arguments);
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
