package tallyfold.project;

import java.util.UUID;
import tallyfold.kernel.Identifier;

/** Key of a project. */
public record ProjectId(UUID value) implements Identifier {}
