package tallyfold.security;

import java.util.UUID;
import tallyfold.kernel.Identifier;

/** Key of a user. */
public record UserId(UUID value) implements Identifier {}
