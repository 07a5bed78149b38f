package tallyfold.project;

import java.util.UUID;
import tallyfold.kernel.Identifier;

/** Key of a link. */
public record LinkId(UUID value) implements Identifier {}
