package tallyfold.azuredevops.http;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import tallyfold.kernel.Secret;

/**
 * The one place where the token becomes a header: for each request anew, and only for the addresses this session may talk
 * to.
 */
final class PatInterceptor implements ClientHttpRequestInterceptor, AutoCloseable {

    private static final Pattern DOT_SEGMENT = Pattern.compile("/\\.{1,2}(?:/|$)");

    private final Secret token;
    private final Set<URI> allowedBases;

    /** Keeps a copy of the token of its own. */
    PatInterceptor(Secret token, Set<URI> allowedBases) {
        byte[] utf8 = token.revealUtf8();
        this.token = Secret.ofUtf8(utf8);
        Arrays.fill(utf8, (byte) 0);
        this.allowedBases = Set.copyOf(allowedBases);
    }

    @Override
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        if (allowedBases.stream().noneMatch(base -> isUnder(base, request.getURI()))) {
            throw new IllegalStateException("Not an address of this session");
        }
        request.getHeaders().set(HttpHeaders.AUTHORIZATION, "Basic " + credentials());
        return execution.execute(request, body);
    }

    private String credentials() {
        byte[] utf8 = token.revealUtf8();
        byte[] pair = new byte[utf8.length + 1];
        pair[0] = ':';
        System.arraycopy(utf8, 0, pair, 1, utf8.length);
        String encoded = new String(Base64.getEncoder().encode(pair), StandardCharsets.US_ASCII);
        Arrays.fill(utf8, (byte) 0);
        Arrays.fill(pair, (byte) 0);
        return encoded;
    }

    private static boolean isUnder(URI base, URI address) {
        return base.getScheme().equals(address.getScheme())
                && base.getRawAuthority().equals(address.getRawAuthority())
                && address.getRawPath().startsWith(base.getRawPath() + "/")
                && !DOT_SEGMENT.matcher(address.getRawPath()).find();
    }

    @Override
    public void close() {
        token.close();
    }
}
