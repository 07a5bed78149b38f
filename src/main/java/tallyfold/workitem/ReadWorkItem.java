package tallyfold.workitem;

import tallyfold.provider.RemoteWorkItem;
import tallyfold.provider.StateCategory;

/** A work item as it was read, with what its state means in its process. */
public record ReadWorkItem(RemoteWorkItem item, StateCategory category) {}
