package tallyfold.connection;

/**
 * A connection can be used (again): it was created, its token replaced, or a check passed after it had failed. Told after
 * the commit, outside any transaction.
 */
public record ConnectionReady(ConnectionId connection) {}
