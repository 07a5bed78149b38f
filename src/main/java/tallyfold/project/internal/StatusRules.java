package tallyfold.project.internal;

import java.util.Collection;
import java.util.Optional;
import tallyfold.project.StatusArea;
import tallyfold.project.StatusDraft;
import tallyfold.project.UpdateStatusesResult.Refused;
import tallyfold.uikit.Texts;

/** What is looked at before a status is kept. */
public final class StatusRules {

    /** The longest note in characters. */
    public static final int MAX_NOTE = 1_000;

    private StatusRules() {}

    public static Optional<Refused> objection(Collection<StatusDraft> drafts) {
        for (StatusDraft draft : drafts) {
            if (tidy(draft.note()).length() > MAX_NOTE) {
                return Optional.of(new Refused(draft.area(), Texts.of("project.status.note-long", MAX_NOTE)));
            }
            if (draft.status() == null && draft.area() != StatusArea.SCHEDULE) {
                return Optional.of(new Refused(draft.area(), Texts.of("project.status.automatic")));
            }
            if (draft.status() != null && !draft.area().takes(draft.status())) {
                return Optional.of(new Refused(
                        draft.area(),
                        Texts.of("project.status.done", draft.area().label())));
            }
        }
        return Optional.empty();
    }

    /** A note as it is stored. */
    public static String tidy(String typed) {
        return ElementNames.storable(typed, Integer.MAX_VALUE).strip();
    }
}
