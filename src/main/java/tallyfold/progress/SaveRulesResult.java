package tallyfold.progress;

import org.jspecify.annotations.Nullable;

/** What became of a wish to change rules. */
public sealed interface SaveRulesResult {

    /** In force from now on. */
    record Saved(ProgressRules rules) implements SaveRulesResult {}

    /**
     * Nothing was changed.
     *
     * @param type the type it is about; null when it is about all
     * @param state the state it is about; null likewise
     * @param reason a sentence with what to do
     */
    record Refused(@Nullable String type, @Nullable String state, String reason) implements SaveRulesResult {}

    /** Somebody else changed the rules meanwhile; nothing was changed. */
    record Outdated(ProgressRules now) implements SaveRulesResult {}

    /** The process or link is not there any more. */
    record Gone() implements SaveRulesResult {}
}
