package tallyfold.project;

/** What became of a wish to add or change a key date. */
public sealed interface KeyDateResult {

    record Saved(OwnKeyDate keyDate) implements KeyDateResult {}

    /** Nothing was changed; {@code reason} is a sentence with what to do, to be shown at the field. */
    record Refused(Field field, String reason) implements KeyDateResult {}

    /** Somebody else changed or deleted it, or the project is gone; nothing was changed. */
    record Outdated() implements KeyDateResult {}

    /** The parts of a {@link KeyDateDraft}. */
    enum Field {
        NAME,
        DAY
    }
}
