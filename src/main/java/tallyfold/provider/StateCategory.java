package tallyfold.provider;

/** What a state means, whatever a process calls it. In the order of the work. */
public enum StateCategory {
    PROPOSED,
    IN_PROGRESS,
    RESOLVED,
    COMPLETED,
    REMOVED
}
