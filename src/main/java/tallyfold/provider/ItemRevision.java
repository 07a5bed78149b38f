package tallyfold.provider;

/**
 * A work item as one of its changes left it.
 *
 * @param item as it was after that change
 * @param deleted whether the item lies in the recycle bin now
 * @param complete whether the feed told everything of the item; otherwise it has to be read by its number
 */
public record ItemRevision(RemoteWorkItem item, boolean deleted, boolean complete) {}
