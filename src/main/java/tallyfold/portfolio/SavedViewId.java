package tallyfold.portfolio;

import java.util.UUID;
import tallyfold.kernel.Identifier;

/** Key of a saved view. */
public record SavedViewId(UUID value) implements Identifier {}
