package tallyfold.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tallyfold.support.OidcProvider;

/** One browser on its way from the product to the provider and back, step by step. */
final class SignInTrip {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final URI product;

    SignInTrip(int port) {
        product = URI.create("http://127.0.0.1:" + port);
    }

    /** The whole way; where it ends. */
    String signIn(String name) {
        return back(atProvider(begin(), name));
    }

    /** Presses the button. Where it leads: to the provider. */
    URI begin() {
        return target(get("/oauth2/authorization/oidc"));
    }

    /** Signs in there, unless this browser already has. Where that leads: back to the product, with a code. */
    URI atProvider(URI begun, String name) {
        URI form = target(send(HttpRequest.newBuilder(begun)));
        if (form.getAuthority().equals(product.getAuthority())) {
            return form;
        }
        Matcher csrf = CSRF.matcher(send(HttpRequest.newBuilder(form)).body());
        assertThat(csrf.find()).isTrue();
        HttpResponse<String> answer = send(HttpRequest.newBuilder(form)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("username=" + encode(name) + "&password="
                        + encode(OidcProvider.PASSWORD) + "&_csrf=" + encode(csrf.group(1)))));
        return target(send(HttpRequest.newBuilder(target(answer))));
    }

    /** Comes back with a code. Where the product leads then. */
    String back(URI callback) {
        return path(target(send(HttpRequest.newBuilder(callback))));
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(product.resolve(path)));
    }

    /** Whether the product leads this browser to the sign-in page. */
    boolean signedOut(String page) {
        return get(page).headers().firstValue("Location").orElse("").endsWith("/login");
    }

    static URI target(HttpResponse<?> answer) {
        String location = answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError(answer.statusCode() + " " + answer.body()));
        return answer.uri().resolve(location);
    }

    static Map<String, String> parameters(URI address) {
        return Arrays.stream(address.getRawQuery().split("&", -1))
                .map(one -> one.split("=", 2))
                .collect(Collectors.toMap(one -> one[0], one -> URLDecoder.decode(one[1], StandardCharsets.UTF_8)));
    }

    private static String path(URI address) {
        return address.getRawQuery() == null
                ? address.getRawPath()
                : address.getRawPath() + "?" + address.getRawQuery();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(
                    request.header("Accept", "text/html, */*;q=0.8").build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException("No answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
