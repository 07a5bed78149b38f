package tallyfold.vault;

import java.io.Serial;

/** A sealed secret does not open. Says nothing of why: whoever tampered should not learn it. */
public final class UnreadableSecretException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public UnreadableSecretException() {
        super("The stored token cannot be opened with this installation's master key", null, false, true);
    }
}
