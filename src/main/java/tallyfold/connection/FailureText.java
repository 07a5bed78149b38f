package tallyfold.connection;

/**
 * A failure in words.
 *
 * @param id what people quote and search for, for example {@code TF-CONN-07}
 * @param what what happened, one sentence
 * @param next what to do
 * @param helpAnchor where the help says more, below {@code help/}
 */
public record FailureText(String id, String what, String next, String helpAnchor) {}
