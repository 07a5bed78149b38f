package tallyfold.command;

import java.io.Serial;

/** The start is refused for a reason that one line explains; the message is for the operator and whole. */
final class StartRefusedException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    StartRefusedException(String message) {
        super(message);
    }
}
