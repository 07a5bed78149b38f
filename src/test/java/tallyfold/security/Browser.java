package tallyfold.security;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** As much of a browser as redirects and headers need: keeps cookies, follows nothing. */
final class Browser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" content=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager() {
        @Override
        public void put(URI address, Map<String, List<String>> headers) throws IOException {
            super.put(
                    address,
                    headers.entrySet().stream()
                            .filter(header -> header.getKey().equalsIgnoreCase("Set-Cookie"))
                            .collect(Collectors.toMap(
                                    Map.Entry::getKey,
                                    header -> header.getValue().stream()
                                            .map(cookie -> behindProxy ? cookie.replace("; Secure", "") : cookie)
                                            .toList())));
        }
    };
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final URI base;
    private final boolean behindProxy;

    Browser(int port) {
        this(port, false);
    }

    private Browser(int port, boolean behindProxy) {
        this.base = URI.create("http://127.0.0.1:" + port);
        this.behindProxy = behindProxy;
    }

    /** One that has TLS to a proxy, which says so; its cookies for TLS alone take the proxy's way too. */
    static Browser behindProxy(int port) {
        return new Browser(port, true);
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(base.resolve(path)).header("Accept", "text/html, */*;q=0.8"));
    }

    HttpResponse<String> signIn(String name, String password) {
        return post("/login", "username=" + encode(name) + "&password=" + encode(password));
    }

    HttpResponse<String> post(String path, String form, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    /** With the token against requests from other sites, as it stands on a page. */
    HttpResponse<String> postWithToken(String page, String path, String... headers) {
        Matcher token = TOKEN.matcher(page);
        if (!token.find()) {
            throw new IllegalStateException("No token on the page: " + page);
        }
        List<String> all = new ArrayList<>(List.of(headers));
        all.addAll(List.of("X-CSRF-TOKEN", token.group(1)));
        return post(path, "", all.toArray(String[]::new));
    }

    /** As Vaadin's own requests are sent. */
    HttpResponse<String> postJson(String path, String json) {
        return send(HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "application/json; charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    HttpResponse<String> trace(String path, String... headers) {
        return send(HttpRequest.newBuilder(base.resolve(path))
                .method("TRACE", HttpRequest.BodyPublishers.noBody())
                .headers(headers));
    }

    String sessionId() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("JSESSIONID"))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    /** Where an answer leads, without the host. */
    static String target(HttpResponse<?> answer) {
        String location = answer.headers().firstValue("Location").orElse("");
        URI address = URI.create(location);
        return address.getRawQuery() == null
                ? address.getRawPath()
                : address.getRawPath() + "?" + address.getRawQuery();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        if (behindProxy) {
            request.headers("X-Forwarded-Proto", "https", "X-Forwarded-For", "203.0.113.9");
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
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
