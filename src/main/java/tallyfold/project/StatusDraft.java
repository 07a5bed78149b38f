package tallyfold.project;

import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to say of one area.
 *
 * @param status null has it computed, which only the schedule can be
 * @param note plain text of up to 1,000 characters, may be empty
 * @param hold for how long, which matters for the schedule only
 */
public record StatusDraft(StatusArea area, @Nullable OverallStatus status, String note, StatusHold hold) {

    public StatusDraft(StatusArea area, @Nullable OverallStatus status, String note) {
        this(area, status, note, StatusHold.UNTIL_CHANGED);
    }
}
