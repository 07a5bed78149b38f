package tallyfold.administration;

import java.io.Serial;

/** A backup could not be taken or restored. The message is for people and whole: what happened and what to do. */
public final class BackupRefusedException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public BackupRefusedException(String message) {
        super(message);
    }

    public BackupRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
