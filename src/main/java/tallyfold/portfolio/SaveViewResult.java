package tallyfold.portfolio;

/** What became of a wish to keep a view. */
public sealed interface SaveViewResult {

    record Saved(SavedView view) implements SaveViewResult {}

    /** Nothing was kept; {@code reason} is a sentence with what to do. */
    record Refused(String reason) implements SaveViewResult {}
}
