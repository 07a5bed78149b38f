package tallyfold.security.internal;

import java.io.Serial;
import java.time.Instant;
import org.springframework.security.core.AuthenticationException;

/** Too many wrong guesses; the next one is looked at later. Says nothing of whether the account exists. */
final class SignInBlockedException extends AuthenticationException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final Instant until;

    SignInBlockedException(Instant until) {
        super("Too many attempts to sign in");
        this.until = until;
    }

    Instant until() {
        return until;
    }
}
