package tallyfold.azuredevops.http;

import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/** Counts requests and passes on what each answer says about the pace, whatever its status. */
final class SignalInterceptor implements ClientHttpRequestInterceptor {

    private final Patience patience;
    private final Traffic traffic;
    private final Clock clock;
    private final AtomicInteger requests = new AtomicInteger();

    SignalInterceptor(Patience patience, Traffic traffic, Clock clock) {
        this.patience = patience;
        this.traffic = traffic;
        this.clock = clock;
    }

    @Override
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        requests.incrementAndGet();
        int status = 0;
        ClientHttpResponse response;
        try {
            response = execution.execute(request, body);
            status = response.getStatusCode().value();
        } finally {
            traffic.answered(status);
        }
        patience.heed(RateSignals.read(response.getHeaders(), clock.instant()));
        return response;
    }

    int requests() {
        return requests.get();
    }
}
