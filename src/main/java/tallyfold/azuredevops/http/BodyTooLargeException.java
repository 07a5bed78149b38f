package tallyfold.azuredevops.http;

import java.io.IOException;
import java.io.Serial;

/** A body larger than we are willing to hold. */
final class BodyTooLargeException extends IOException {

    @Serial
    private static final long serialVersionUID = 1L;

    BodyTooLargeException() {
        super("The body is larger than allowed");
    }
}
