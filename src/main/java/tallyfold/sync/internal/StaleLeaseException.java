package tallyfold.sync.internal;

import java.io.Serial;

/** Somebody else has taken the link over since: whoever meets this writes nothing more. */
final class StaleLeaseException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    StaleLeaseException() {
        super("The link was taken over by another run", null, false, false);
    }
}
