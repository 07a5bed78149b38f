package tallyfold.project.internal;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tallyfold.project.KeyDateDraft;
import tallyfold.project.KeyDateId;
import tallyfold.project.KeyDateResult.Field;
import tallyfold.project.KeyDateResult.Refused;
import tallyfold.project.OwnKeyDate;
import tallyfold.project.ProjectId;
import tallyfold.uikit.Texts;

/** What is looked at before a key date is kept. */
public final class KeyDateRules {

    private KeyDateRules() {}

    /**
     * What is wrong with a draft; empty when nothing is.
     *
     * @param place of the draft among others, from 0
     */
    public static Optional<Refused> objection(int place, KeyDateDraft draft) {
        String name = ProjectNames.tidy(draft.name());
        if (name.isEmpty()) {
            return Optional.of(new Refused(place, Field.NAME, Texts.of("project.key-date.name")));
        }
        Optional<String> objection = ProjectNames.objection(name);
        if (objection.isPresent()) {
            return Optional.of(new Refused(place, Field.NAME, objection.get()));
        }
        @Nullable LocalDate day = draft.day();
        if (day == null) {
            return Optional.of(new Refused(place, Field.DAY, Texts.of("project.key-date.day")));
        }
        return ProjectDraftRules.isOdd(day)
                ? Optional.of(new Refused(place, Field.DAY, Texts.of("project.create.date")))
                : Optional.empty();
    }

    /** A key date of a draft without {@link #objection}. */
    public static OwnKeyDate made(KeyDateId id, ProjectId project, KeyDateDraft draft, int version) {
        LocalDate day = draft.day();
        if (day == null) {
            throw new IllegalArgumentException("A key date without a day");
        }
        return new OwnKeyDate(id, project, ProjectNames.tidy(draft.name()), day, draft.done(), version);
    }
}
