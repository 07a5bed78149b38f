package tallyfold.project.internal;

import java.time.LocalDate;
import java.util.Optional;
import tallyfold.project.CreateProjectResult.Field;
import tallyfold.project.CreateProjectResult.Refused;
import tallyfold.project.ProjectDraft;
import tallyfold.uikit.Texts;

/** What is looked at before a project is created; that the name is free only the database can tell. */
public final class ProjectDraftRules {

    /** The longest description in characters. */
    static final int MAX_DESCRIPTION = 4_000;

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

    private ProjectDraftRules() {}

    public static Optional<Refused> objection(ProjectDraft draft) {
        Optional<String> name = ProjectNames.objection(ProjectNames.tidy(draft.name()));
        if (name.isPresent()) {
            return Optional.of(new Refused(Field.NAME, name.get()));
        }
        if (tidyDescription(draft.description()).length() > MAX_DESCRIPTION) {
            return refused(Field.DESCRIPTION, "project.create.description", MAX_DESCRIPTION);
        }
        LocalDate start = draft.start();
        LocalDate finish = draft.finish();
        if (start != null && isOdd(start)) {
            return refused(Field.START, "project.create.date");
        }
        if (finish != null && isOdd(finish)) {
            return refused(Field.FINISH, "project.create.date");
        }
        return start != null && finish != null && finish.isBefore(start)
                ? refused(Field.FINISH, "project.create.finish")
                : Optional.empty();
    }

    /** The description as it is stored. */
    public static String tidyDescription(String typed) {
        return ElementNames.storable(typed, Integer.MAX_VALUE).strip();
    }

    static boolean isOdd(LocalDate day) {
        return day.isBefore(EARLIEST) || day.isAfter(LATEST);
    }

    private static Optional<Refused> refused(Field field, String key, Object... arguments) {
        return Optional.of(new Refused(field, Texts.of(key, arguments)));
    }
}
