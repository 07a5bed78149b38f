package tallyfold.kernel;

import java.util.UUID;

/** The key of a stored thing, as a type of its own so that two kinds of key cannot be mixed up. */
public interface Identifier {

    /** The bare value as the database stores it. */
    UUID value();
}
