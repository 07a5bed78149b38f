package tallyfold.connection;

/**
 * A connection is about to go. Told inside the deleting transaction, so that listeners detach or erase their rows in the
 * same commit; a listener that throws keeps the connection.
 */
public record ConnectionDeleting(ConnectionId connection, DeletionMode mode) {}
