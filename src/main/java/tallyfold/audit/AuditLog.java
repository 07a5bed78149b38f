package tallyfold.audit;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Writes down who did what. */
@Service
public class AuditLog {

    /** Writes an event of the signed-in user, or of {@code system} where nobody is signed in. Never pass a secret. */
    public void record(String action, String subject, AuditEvent.Outcome outcome, @Nullable String detail) {
        throw new UnsupportedOperationException();
    }

    /** Writes an event of somebody who is not signed in (yet). */
    public void record(AuditEvent event) {
        throw new UnsupportedOperationException();
    }
}
