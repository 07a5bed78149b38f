package tallyfold.connection;

/** What becomes of imported data when its connection goes. */
public enum DeletionMode {
    KEEP_READ_ONLY,
    ERASE
}
