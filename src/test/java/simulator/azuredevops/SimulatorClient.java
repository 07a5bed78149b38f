package simulator.azuredevops;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import simulator.azuredevops.json.JsonReader;
import simulator.azuredevops.json.JsonWriter;

/** Asks a simulator as a careful client does: no redirects, sign-in page suppressed. */
final class SimulatorClient {

    static final String CORE = "/dev.azure.com/acme";
    static final String ACCOUNTS = "/vssps.dev.azure.com/acme";

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final URI base;
    private final @Nullable String authorization;
    private final boolean suppress;

    SimulatorClient(URI base, @Nullable String authorization, boolean suppress) {
        this.base = base;
        this.authorization = authorization;
        this.suppress = suppress;
    }

    /** An answer with its body read. */
    record Answer(int status, HttpResponse<String> response) {
        String body() {
            return response.body();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        boolean has(String name) {
            return response.headers().firstValue(name).isPresent();
        }

        Map<String, @Nullable Object> json() {
            return JsonReader.readObject(body());
        }

        /** The member at a path such as {@code value.0.name}; fails when it is absent. */
        Object at(String path) {
            Object found = find(path);
            if (found == null) {
                throw new AssertionError("nothing at " + path + " in " + body());
            }
            return found;
        }

        @Nullable
        Object find(String path) {
            Object at = json();
            for (String step : path.split("/", -1)) {
                at = switch (at) {
                    case Map<?, ?> map -> map.get(step);
                    case List<?> list -> list.get(Integer.parseInt(step));
                    case null, default -> null;
                };
            }
            return at;
        }

        List<?> list(String path) {
            return (List<?>) at(path);
        }

        /** One member of every object of a list. */
        List<?> each(String path, String member) {
            return list(path).stream()
                    .map(one -> String.valueOf(one instanceof Map<?, ?> map ? map.get(member) : null))
                    .toList();
        }
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer post(String path, Object body) {
        return send(request(path).POST(HttpRequest.BodyPublishers.ofByteArray(JsonWriter.bytes(body))));
    }

    Answer wiql(String prefix, String query, String parameters) {
        return post(CORE + prefix + "/_apis/wit/wiql?api-version=7.1" + parameters, Map.of("query", query));
    }

    Answer send(String method, String path) {
        return send(request(path).method(method, HttpRequest.BodyPublishers.ofString("[]")));
    }

    HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(10));
        if (suppress) {
            request.header("X-TFS-FedAuthRedirect", "Suppress");
        }
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return request;
    }

    Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
