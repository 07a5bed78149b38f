package tallyfold.project;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How long a schedule status that somebody entered holds before the computed one returns. */
public enum StatusHold {
    THREE_DAYS(3),
    FIVE_DAYS(5),
    SEVEN_DAYS(7),
    TEN_DAYS(10),
    UNTIL_CHANGED(0),
    /** Ends when the one before it would have. */
    AS_BEFORE(0);

    private final int days;

    StatusHold(int days) {
        this.days = days;
    }

    /** Whole days of 24 hours; 0 where it is not counted in days. */
    public int days() {
        return days;
    }

    /** When it ends; null until somebody changes it. */
    @Nullable
    Instant end(Instant now, @Nullable Instant before) {
        return switch (this) {
            case UNTIL_CHANGED -> null;
            case AS_BEFORE -> before;
            default -> now.plus(Duration.ofDays(days));
        };
    }
}
