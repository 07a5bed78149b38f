package tallyfold.notification;

/** How much a message matters. */
public enum Severity {
    /** Good to know. */
    INFO,
    /** Needs somebody in the next days. */
    WARNING,
    /** Something does not work now. */
    CRITICAL
}
