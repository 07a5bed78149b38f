package tallyfold.azuredevops.http;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tallyfold.network.HttpClients;
import tallyfold.provider.ProviderException;
import tallyfold.provider.ProviderFailure;
import tallyfold.provider.ProviderFailure.Unreachable;
import tallyfold.provider.ProviderFailure.Unreachable.Obstacle;

/** Asks one address once, without a token, and says how long the answer took. */
public final class Probe {

    private static final int PROXY_SIGN_IN = 407;
    private static final int BAD_GATEWAY = 502;
    private static final int GATEWAY_TIMEOUT = 504;

    private Probe() {}

    /**
     * Any answer of the service will do; those of a proxy in its place will not.
     *
     * @throws ProviderException with what stood in the way
     */
    public static Duration ask(HttpClient client, URI address, String userAgent, Duration deadline) {
        boolean throughProxy = HttpClients.goesThroughProxy(client, address);
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(deadline)
                .header("User-Agent", userAgent)
                .header("X-TFS-FedAuthRedirect", "Suppress")
                .GET()
                .build();
        long began = System.nanoTime();
        CompletableFuture<HttpResponse<Void>> exchange = client.sendAsync(request, BodyHandlers.discarding());
        try {
            int status = exchange.get(deadline.toNanos(), TimeUnit.NANOSECONDS).statusCode();
            if (throughProxy && status == PROXY_SIGN_IN) {
                throw new ProviderException(new Unreachable(Obstacle.PROXY_SIGN_IN, null));
            }
            if (throughProxy && (status == BAD_GATEWAY || status == GATEWAY_TIMEOUT)) {
                throw new ProviderException(new Unreachable(Obstacle.PROXY, null));
            }
            return Duration.ofNanos(System.nanoTime() - began);
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw new ProviderException(new Unreachable(Obstacle.NETWORK, null));
        } catch (ExecutionException | TimeoutException fault) {
            throw new ProviderException(failure(fault, address, throughProxy));
        } finally {
            exchange.cancel(true);
        }
    }

    private static ProviderFailure failure(Exception fault, URI address, boolean throughProxy) {
        return FaultClassifier.network(fault, address.getHost(), throughProxy).failure();
    }
}
