package tallyfold.azuredevops.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.AbstractClientHttpRequest;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpResponse;
import tallyfold.network.HttpClients;
import tallyfold.provider.ProviderFailure.UnexpectedAnswer;
import tallyfold.provider.ProviderFailure.UnexpectedAnswer.Oddity;
import tallyfold.provider.ProviderFailure.Unreachable;
import tallyfold.provider.ProviderFailure.Unreachable.Obstacle;

/**
 * Carries out exchanges with the JDK client and hands over complete answers only: whole, within our own deadline (the
 * client's ends with the headers), unpacked and within the size limit.
 */
final class ExchangeFactory implements ClientHttpRequestFactory, AutoCloseable {

    private static final int PROXY_SIGN_IN = 407;

    private final HttpClient client;
    private final ExchangeSettings settings;
    private final ConcurrentMap<Exchange, CompletableFuture<?>> running = new ConcurrentHashMap<>();
    private volatile boolean closed;

    ExchangeFactory(HttpClient client, ExchangeSettings settings) {
        this.client = client;
        this.settings = settings;
    }

    @Override
    public ClientHttpRequest createRequest(URI uri, HttpMethod method) {
        return new Exchange(uri, method);
    }

    /** Ends running exchanges with an exception and refuses new ones. */
    @Override
    public void close() {
        closed = true;
        running.values().forEach(each -> each.cancel(true));
    }

    private final class Exchange extends AbstractClientHttpRequest {

        private final URI uri;
        private final HttpMethod method;
        private final ByteArrayOutputStream body = new ByteArrayOutputStream();

        Exchange(URI uri, HttpMethod method) {
            this.uri = uri;
            this.method = method;
        }

        @Override
        public HttpMethod getMethod() {
            return method;
        }

        @Override
        public URI getURI() {
            return uri;
        }

        @Override
        protected OutputStream getBodyInternal(HttpHeaders headers) {
            return body;
        }

        @Override
        protected ClientHttpResponse executeInternal(HttpHeaders headers) {
            CompletableFuture<HttpResponse<byte[]>> exchange =
                    client.sendAsync(request(headers), _ -> new BoundedBody(settings.bodyLimit()));
            running.put(this, exchange);
            try {
                if (closed) {
                    throw new CancellationException();
                }
                HttpResponse<byte[]> response = exchange.get(settings.deadline().toNanos(), TimeUnit.NANOSECONDS);
                if (response.body() == null) {
                    throw new ExchangeFailure(refusedTunnel(response.statusCode()), Remedy.NONE);
                }
                HttpHeaders received = new HttpHeaders();
                response.headers().map().forEach(received::addAll);
                boolean gzip = "gzip".equalsIgnoreCase(received.getFirst(HttpHeaders.CONTENT_ENCODING));
                byte[] opened = OpenedBody.open(response.body(), gzip, settings.bodyLimit());
                if (isJson(received) && JsonDepth.isTooDeep(opened)) {
                    throw new ExchangeFailure(
                            new UnexpectedAnswer(Oddity.MALFORMED, response.statusCode()), Remedy.NONE);
                }
                return new Received(HttpStatusCode.valueOf(response.statusCode()), received, opened);
            } catch (InterruptedException interrupt) {
                Thread.currentThread().interrupt();
                throw new ExchangeFailure(new Unreachable(Obstacle.NETWORK, null), Remedy.NONE);
            } catch (CancellationException sessionClosed) {
                throw new ExchangeFailure(new Unreachable(Obstacle.NETWORK, null), Remedy.NONE);
            } catch (ExecutionException failed) {
                throw FaultClassifier.network(failed, uri.getHost(), HttpClients.goesThroughProxy(client, uri));
            } catch (TimeoutException | IOException failed) {
                throw FaultClassifier.network(failed, uri.getHost(), HttpClients.goesThroughProxy(client, uri));
            } finally {
                exchange.cancel(true);
                running.remove(this);
            }
        }

        /** An answer of the proxy in place of a tunnel comes without any body at all. */
        private static Unreachable refusedTunnel(int status) {
            return new Unreachable(status == PROXY_SIGN_IN ? Obstacle.PROXY_SIGN_IN : Obstacle.PROXY, null);
        }

        private static boolean isJson(HttpHeaders headers) {
            String type = headers.getFirst(HttpHeaders.CONTENT_TYPE);
            return type != null && type.toLowerCase(Locale.ROOT).contains("json");
        }

        private HttpRequest request(HttpHeaders headers) {
            HttpRequest.Builder builder = HttpRequest.newBuilder(uri)
                    .timeout(settings.deadline())
                    .method(
                            method.name(),
                            body.size() == 0
                                    ? BodyPublishers.noBody()
                                    : BodyPublishers.ofByteArray(body.toByteArray()));
            headers.forEach((name, values) -> {
                if (!name.equalsIgnoreCase(HttpHeaders.CONTENT_LENGTH)) {
                    values.forEach(value -> builder.header(name, value));
                }
            });
            return builder.build();
        }
    }

    /** A complete answer in memory. */
    private static final class Received implements ClientHttpResponse {

        private final HttpStatusCode status;
        private final HttpHeaders headers;
        private final byte[] content;

        Received(HttpStatusCode status, HttpHeaders headers, byte[] content) {
            this.status = status;
            this.headers = headers;
            this.content = content;
        }

        @Override
        public HttpStatusCode getStatusCode() {
            return status;
        }

        @Override
        public String getStatusText() {
            return "";
        }

        @Override
        public InputStream getBody() {
            return new ByteArrayInputStream(content);
        }

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }

        @Override
        public void close() {
            // Nothing is held open.
        }
    }
}
