package tallyfold.workitem.internal;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import tallyfold.project.ProjectId;
import tallyfold.workitem.FieldTarget;

/**
 * What a reading is about.
 *
 * @param manyLinks whether items may be shown through more than one link, which costs a look at each
 * @param version differs whenever what the project shows has changed
 * @param endedIterations paths of the iterations that ended before today
 * @param endingIterations paths of the iterations that end from Monday to Sunday of this week
 * @param today the day deadlines are compared with
 * @param columns mappings to columns, when something is to be found by what these show
 */
public record ReadingScope(
        ProjectId project,
        boolean manyLinks,
        String version,
        List<String> endedIterations,
        List<String> endingIterations,
        LocalDate today,
        List<FieldMappingRepository.Kept> columns) {

    public ReadingScope {
        endedIterations = List.copyOf(endedIterations);
        endingIterations = List.copyOf(endingIterations);
        columns = List.copyOf(columns);
    }

    /** The same, to find something by the columns of mapped fields. */
    public ReadingScope with(List<FieldMappingRepository.Kept> mappings) {
        return new ReadingScope(
                project,
                manyLinks,
                version,
                endedIterations,
                endingIterations,
                today,
                mappings.stream()
                        .filter(kept -> kept.mapping().target() == FieldTarget.COLUMN)
                        .toList());
    }

    /** The Monday of this week. */
    public LocalDate monday() {
        return today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** The Monday of the next week. */
    public LocalDate nextMonday() {
        return monday().plusWeeks(1);
    }
}
