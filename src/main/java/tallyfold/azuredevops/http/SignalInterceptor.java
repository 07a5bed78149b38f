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
    private final Clock clock;
    private final AtomicInteger requests = new AtomicInteger();

    SignalInterceptor(Patience patience, Clock clock) {
        this.patience = patience;
        this.clock = clock;
    }

    @Override
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        requests.incrementAndGet();
        ClientHttpResponse response = execution.execute(request, body);
        patience.heed(RateSignals.read(response.getHeaders(), clock.instant()));
        return response;
    }

    int requests() {
        return requests.get();
    }
}
