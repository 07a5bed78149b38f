package tallyfold.project;

import java.util.UUID;
import tallyfold.kernel.Identifier;

/** Key of a key date that somebody entered. */
public record KeyDateId(UUID value) implements Identifier {}
