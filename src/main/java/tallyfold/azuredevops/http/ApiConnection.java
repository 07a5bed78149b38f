package tallyfold.azuredevops.http;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConversionException;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import tallyfold.kernel.Secret;
import tallyfold.provider.ProviderFailure.UnexpectedAnswer;
import tallyfold.provider.ProviderFailure.UnexpectedAnswer.Oddity;
import tallyfold.provider.ProviderFailure.Unreachable;
import tallyfold.provider.ProviderFailure.Unreachable.Obstacle;
import tallyfold.provider.SessionCost;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** One session's way to the API: makes the HTTP interfaces and asks them with patience. */
public final class ApiConnection implements AutoCloseable {

    static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(JsonDepth.LIMIT)
                            .maxNumberLength(100)
                            .maxStringLength(20_000_000)
                            .maxNameLength(1_000)
                            .build())
                    .build())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final ExchangeFactory exchanges;
    private final PatInterceptor authentication;
    private final SignalInterceptor signals;
    private final Patience patience;
    private final Traffic traffic;
    private final RetryBudget budget = new RetryBudget();
    private final AtomicLong waitedNanos = new AtomicLong();
    private final RestClient client;
    private volatile boolean closed;

    /**
     * @param bases the addresses this session may talk to, the organization included
     * @param recorder hears of every exchange; null for nobody
     */
    public ApiConnection(
            HttpClient client,
            ExchangeSettings settings,
            Set<URI> bases,
            Secret token,
            Patience patience,
            Traffic traffic,
            Clock clock,
            String userAgent,
            @Nullable ExchangeRecorder recorder) {
        this.exchanges = new ExchangeFactory(client, settings);
        this.authentication = new PatInterceptor(token, bases);
        this.signals = new SignalInterceptor(patience, traffic, clock);
        this.patience = patience;
        this.traffic = traffic;
        this.client = RestClient.builder()
                .requestFactory(exchanges)
                // The recorder first: what it is given carries no token yet.
                .requestInterceptors(chain -> {
                    if (recorder != null) {
                        chain.add(recorder);
                    }
                    chain.addAll(List.of(signals, authentication));
                })
                .defaultStatusHandler(new AzureDevOpsErrorHandler(clock))
                .defaultHeader(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON_VALUE)
                .defaultHeader(HttpHeaders.ACCEPT_ENCODING, "gzip")
                .defaultHeader(HttpHeaders.USER_AGENT, userAgent)
                .defaultHeader("X-TFS-FedAuthRedirect", "Suppress")
                .configureMessageConverters(converters ->
                        converters.disableDefaults().withJsonConverter(new JacksonJsonHttpMessageConverter(JSON)))
                .build();
    }

    /** An HTTP interface whose paths start at the given address. */
    public <T> T api(Class<T> type, URI base) {
        RestClient based = client.mutate().baseUrl(base).build();
        return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(based))
                .build()
                .createClient(type);
    }

    /**
     * Asks a question of one of the interfaces.
     *
     * @throws ExchangeFailure when it was not answered
     */
    public <T> T ask(Effort effort, Supplier<@Nullable T> question) {
        return patience.ask(effort, budget, this::waited, () -> answered(question));
    }

    private void waited(Duration length) {
        waitedNanos.addAndGet(length.toNanos());
        traffic.waited(length);
    }

    private <T> T answered(Supplier<@Nullable T> question) {
        if (closed) {
            throw new ExchangeFailure(new Unreachable(Obstacle.NETWORK, null), Remedy.NONE);
        }
        try {
            T answer = question.get();
            if (answer == null) {
                throw new ExchangeFailure(new UnexpectedAnswer(Oddity.MALFORMED, 200), Remedy.ONCE_MORE);
            }
            return answer;
        } catch (RestClientException | HttpMessageConversionException unreadable) {
            throw FaultClassifier.reading(unreadable);
        }
    }

    /** What was asked and waited so far. */
    public SessionCost cost() {
        return new SessionCost(signals.requests(), Duration.ofNanos(waitedNanos.get()));
    }

    /** Forgets the token and ends running requests. */
    @Override
    public void close() {
        closed = true;
        authentication.close();
        exchanges.close();
    }
}
