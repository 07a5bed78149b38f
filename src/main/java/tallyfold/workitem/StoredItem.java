package tallyfold.workitem;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import tallyfold.project.LinkId;

/**
 * What is stored of an item, as far as a change of it needs to know.
 *
 * @param parent number of the parent; null without one
 * @param links the links that show it; those that show it as removed are left out
 */
public record StoredItem(int rev, @Nullable Long parent, Set<LinkId> links) {

    public StoredItem {
        links = Set.copyOf(links);
    }
}
