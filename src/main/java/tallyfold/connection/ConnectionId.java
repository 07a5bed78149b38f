package tallyfold.connection;

import java.util.UUID;
import tallyfold.kernel.Identifier;

/** Key of a connection. */
public record ConnectionId(UUID value) implements Identifier {}
