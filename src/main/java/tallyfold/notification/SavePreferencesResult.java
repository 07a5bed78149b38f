package tallyfold.notification;

/** What became of a person's choice. */
public sealed interface SavePreferencesResult {

    record Saved() implements SavePreferencesResult {}

    /** Nothing was stored. */
    record EmailUnusable(String reason) implements SavePreferencesResult {}
}
