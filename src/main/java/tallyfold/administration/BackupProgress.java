package tallyfold.administration;

/** Hears how far a backup has come. */
@FunctionalInterface
public interface BackupProgress {

    /** For those who do not look. */
    BackupProgress UNHEARD = (_, _) -> {};

    /**
     * Called now and then.
     *
     * @param rows how many rows are written
     * @param all how many there are
     */
    void told(long rows, long all);
}
