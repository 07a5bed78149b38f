package tallyfold.workitem.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tallyfold.project.MappedProjectFields;
import tallyfold.project.OverallStatus;
import tallyfold.project.ProjectProgress;
import tallyfold.project.ProjectStage;
import tallyfold.workitem.FieldTarget;

/** Reads texts as the fields of a project; a text its field does not know says nothing. */
public final class ProjectFieldValues {

    private static final int LONGEST_DESCRIPTION = 4_000;

    private ProjectFieldValues() {}

    public static MappedProjectFields of(Map<FieldTarget, String> said) {
        String description = said.get(FieldTarget.PROJECT_DESCRIPTION);
        return new MappedProjectFields(
                said.get(FieldTarget.PROJECT_NAME),
                said.get(FieldTarget.PROJECT_MANAGER),
                description == null ? null : StoredText.fit(description, LONGEST_DESCRIPTION),
                day(said.get(FieldTarget.PROJECT_START)),
                day(said.get(FieldTarget.PROJECT_FINISH)),
                named(said.get(FieldTarget.PROJECT_PROGRESS), ProjectProgress.values(), ProjectProgress::label),
                named(said.get(FieldTarget.PROJECT_STAGE), ProjectStage.values(), ProjectStage::label),
                named(said.get(FieldTarget.PROJECT_OVERALL_STATUS), OverallStatus.values(), OverallStatus::label));
    }

    /** Days are kept in UTC, as deadlines are compared. */
    private static @Nullable LocalDate day(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return text.length() == 10
                    ? LocalDate.parse(text)
                    : LocalDate.ofInstant(Instant.parse(text), ZoneOffset.UTC);
        } catch (DateTimeException noDay) {
            return null;
        }
    }

    private static <T> @Nullable T named(@Nullable String text, T[] all, Function<T, String> label) {
        return Arrays.stream(all)
                .filter(each -> label.apply(each).equalsIgnoreCase(text == null ? "" : text.strip()))
                .findFirst()
                .orElse(null);
    }
}
