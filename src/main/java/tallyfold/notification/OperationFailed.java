package tallyfold.notification;

/**
 * Something that the product does by itself for its operators did not work. Published by modules above, outside any
 * transaction; administrators are told.
 *
 * @param operation what it was
 * @param reason what happened and what to do; never a secret
 */
public record OperationFailed(Operation operation, String reason) {

    /** What can fail. */
    public enum Operation {
        BACKUP
    }
}
