package tallyfold.project;

/** What becomes of the items that were read through a link. */
public enum UnlinkMode {
    /** They stay as they are, say where they came from, and are never synced again. */
    KEEP_READ_ONLY,
    /** They are deleted. */
    REMOVE
}
