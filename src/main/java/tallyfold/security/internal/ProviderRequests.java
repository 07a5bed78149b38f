package tallyfold.security.internal;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import tallyfold.network.CurrentClient;
import tallyfold.network.CurrentWay;

/** Requests to the provider of sign-ins: by the way that holds now, they end in time and go nowhere else. */
@Component
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
final class ProviderRequests implements ClientHttpRequestFactory {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private final CurrentClient clients;

    ProviderRequests(CurrentWay ways) {
        this.clients = new CurrentClient(ways, way -> way.client(CONNECT));
    }

    @Override
    public ClientHttpRequest createRequest(URI address, HttpMethod method) throws IOException {
        var requests = new JdkClientHttpRequestFactory(clients.get());
        requests.setReadTimeout(ANSWER);
        return requests.createRequest(address, method);
    }
}
