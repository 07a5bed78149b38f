package tallyfold.provider;

/**
 * Names one of the checks of a connection.
 *
 * @param value stable code, for example {@code scope.graph}
 * @param label what people read, for example "Graph: read"
 */
public record CheckId(String value, String label) {}
