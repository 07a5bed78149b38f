package tallyfold.provider;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a provider makes of one thing a user typed, before anything is asked of the source system. */
public sealed interface Verdict {

    /**
     * Understood.
     *
     * @param value the value in its stored form; for an address the organization's name in lower case
     * @param notices codes of harmless corrections, for example {@code PATH_DROPPED}
     */
    record Accepted(String value, List<String> notices) implements Verdict {
        public Accepted {
            notices = List.copyOf(notices);
        }
    }

    /**
     * Refused on the field.
     *
     * @param reason a code, for example {@code HOST_NOT_ALLOWED}; texts are kept by the code under
     *     {@code refused.<field>.<reason>}
     * @param suggestion a corrected value to offer in one click, or null where none can be guessed
     */
    record Refused(String reason, @Nullable String suggestion) implements Verdict {}
}
