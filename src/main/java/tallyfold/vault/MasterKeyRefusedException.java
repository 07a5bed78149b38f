package tallyfold.vault;

import java.io.Serial;

/** The product may not start with the master key it found, or found none. The message is for the operator and whole. */
public final class MasterKeyRefusedException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public MasterKeyRefusedException(String message) {
        super(message);
    }
}
