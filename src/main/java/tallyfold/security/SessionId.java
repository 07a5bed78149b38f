package tallyfold.security;

import java.util.UUID;
import tallyfold.kernel.Identifier;

/** Key of a session as people see it in a list; nothing that would let somebody into it. */
public record SessionId(UUID value) implements Identifier {}
