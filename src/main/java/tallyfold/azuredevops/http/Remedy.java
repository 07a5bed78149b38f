package tallyfold.azuredevops.http;

/** What may be done about a failed request. */
public enum Remedy {
    /** Asking again gives the same answer. */
    NONE(1),
    /** A passing trouble of the service or the network. */
    AGAIN(5),
    /** No answer in time: each attempt is dear. */
    AGAIN_SELDOM(3),
    /** An answer that makes no sense; once more in case it was cut or mixed up. */
    ONCE_MORE(2),
    /** The service asked to wait. */
    LATER(5);

    private final int attempts;

    Remedy(int attempts) {
        this.attempts = attempts;
    }

    /** Attempts in all, the first one included. */
    public int attempts() {
        return attempts;
    }
}
