package tallyfold.vault;

/** Hears how far a walk over all sealed secrets has come. */
@FunctionalInterface
public interface KeyProgress {

    /** For those who do not look. */
    KeyProgress UNHEARD = (_, _) -> {};

    /**
     * Called after each secret.
     *
     * @param done secrets dealt with, 1 or more
     * @param all secrets there are to deal with
     */
    void told(long done, long all);
}
