package tallyfold.provider;

import java.io.Serial;

/** A refusal or failure of the source system. Has no cause on purpose: causes can carry headers and bodies. */
public final class ProviderException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient ProviderFailure failure;

    public ProviderException(ProviderFailure failure) {
        super(failure.toString(), null, false, true);
        this.failure = failure;
    }

    public ProviderFailure failure() {
        return failure;
    }
}
