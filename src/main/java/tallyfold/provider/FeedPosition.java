package tallyfold.provider;

import java.time.Instant;

/** Where to begin reading what changed in an organization. */
public sealed interface FeedPosition {

    /** With the first change at or after a moment of the source system's clock. */
    record Since(Instant moment) implements FeedPosition {}

    /**
     * Behind what a page brought.
     *
     * @param cursor as in {@link ChangePage}
     */
    record After(String cursor) implements FeedPosition {}
}
