package tallyfold.workitem;

import tallyfold.provider.RemoteWorkItem;
import tallyfold.provider.StateCategory;
import tallyfold.workitem.internal.ContentHash;

/**
 * A work item as it was read, with what its state means in its process.
 *
 * @param imprint tells whether it reads differently from what is stored; made by the thread that read it, because there is
 *     one only that writes
 */
public record ReadWorkItem(RemoteWorkItem item, StateCategory category, String imprint) {

    public ReadWorkItem(RemoteWorkItem item, StateCategory category) {
        this(item, category, ContentHash.of(item));
    }
}
