package tallyfold.connection;

/** A connection is gone; told after the commit, outside any transaction. */
public record ConnectionDeleted(ConnectionId connection, DeletionMode mode) {}
