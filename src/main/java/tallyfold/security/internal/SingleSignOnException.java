package tallyfold.security.internal;

import java.io.Serial;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticationException;

/** Somebody who came by single sign-on does not get in. */
final class SingleSignOnException extends AuthenticationException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final SignInRefusal.Reason reason;
    private final String subject;

    SingleSignOnException(SignInRefusal.Reason reason, String subject, @Nullable Throwable cause) {
        super(reason.name());
        if (cause != null) {
            initCause(cause);
        }
        this.reason = reason;
        this.subject = subject;
    }

    SignInRefusal.Reason reason() {
        return reason;
    }

    /** For the audit log: the name of the account, if there is one. */
    String subject() {
        return subject;
    }
}
