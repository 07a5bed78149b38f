package simulator.azuredevops;

/** The two ways in which the service has been seen to refuse an expired token (reference section 3.1). */
public enum ExpiredAnswer {
    /** An empty 401, the same as for a missing scope. */
    EMPTY,
    /** A 401 with a page that says so. */
    SENTENCE
}
