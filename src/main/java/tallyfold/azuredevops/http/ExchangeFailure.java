package tallyfold.azuredevops.http;

import java.io.Serial;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tallyfold.provider.ProviderFailure;

/**
 * A request that failed, already classified. Has no cause on purpose: the causes of HTTP libraries can carry headers and
 * bodies.
 */
public final class ExchangeFailure extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient ProviderFailure failure;
    private final Remedy remedy;
    private final @Nullable Duration retryAfter;

    public ExchangeFailure(ProviderFailure failure, Remedy remedy, @Nullable Duration retryAfter) {
        super(failure.code(), null, false, true);
        this.failure = failure;
        this.remedy = remedy;
        this.retryAfter = retryAfter;
    }

    public ExchangeFailure(ProviderFailure failure, Remedy remedy) {
        this(failure, remedy, null);
    }

    public ProviderFailure failure() {
        return failure;
    }

    public Remedy remedy() {
        return remedy;
    }

    /** How long the service asked to wait; null when it did not say. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
