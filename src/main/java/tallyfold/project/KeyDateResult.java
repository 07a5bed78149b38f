package tallyfold.project;

import java.util.List;

/** What became of a wish to save key dates. */
public sealed interface KeyDateResult {

    /** The key dates of the project as they are now, by day. */
    record Saved(List<OwnKeyDate> keyDates) implements KeyDateResult {

        public Saved {
            keyDates = List.copyOf(keyDates);
        }
    }

    /**
     * Nothing was changed.
     *
     * @param place which of the changes it is about, from 0
     * @param reason a sentence with what to do, to be shown at the field
     */
    record Refused(int place, Field field, String reason) implements KeyDateResult {}

    /** Somebody else changed or deleted one of them, or the project is gone; nothing was changed. */
    record Outdated() implements KeyDateResult {}

    /** The parts of a {@link KeyDateDraft}. */
    enum Field {
        NAME,
        DAY
    }
}
