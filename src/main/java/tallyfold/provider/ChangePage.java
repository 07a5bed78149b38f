package tallyfold.provider;

import java.util.List;

/**
 * Some of what changed in an organization, oldest first.
 *
 * @param changes may be empty although there is more
 * @param cursor opaque; leads on from here, later too, when there is something new
 * @param last whether this was all there is now
 */
public record ChangePage<T>(List<T> changes, String cursor, boolean last) {

    public ChangePage {
        changes = List.copyOf(changes);
    }
}
