package tallyfold.connection;

/**
 * A line of the Connections page.
 *
 * @param projects how many projects are linked through the connection, 0 or more
 */
public record ConnectionRow(Connection connection, int projects) {}
