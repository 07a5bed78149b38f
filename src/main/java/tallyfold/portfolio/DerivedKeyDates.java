package tallyfold.portfolio;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import tallyfold.progress.IterationState;
import tallyfold.progress.LinkIterations;
import tallyfold.progress.LinkIterations.Row;
import tallyfold.progress.ProjectSchedule;
import tallyfold.progress.ProjectSchedule.DatedItem;
import tallyfold.project.KeyDate;
import tallyfold.provider.StateCategory;
import tallyfold.provider.WorkItemLevel;

/**
 * The key dates nobody enters. Of a linked system's iterations those of the highest level with last days count, because that
 * is where releases are. Where these are more than {@link #MANY}, they are sprints: then only the one that ended last, the
 * one that goes on, the next two and the last of all. Of dated epics the open ones come first, at most {@link ProjectSchedule#MOST_KEY_EPICS}.
 */
final class DerivedKeyDates {

    static final int MANY = 8;

    private static final int NEXT = 2;

    private DerivedKeyDates() {}

    static List<KeyDate> ends(LinkIterations link, LocalDate today) {
        int level = link.rows().stream()
                .filter(row -> row.finish() != null && row.depth() > 0)
                .mapToInt(Row::depth)
                .min()
                .orElse(0);
        List<Row> rows = link.rows().stream()
                .filter(row -> row.finish() != null && row.depth() == level && level > 0)
                .sorted(Comparator.comparing(DerivedKeyDates::finish))
                .toList();
        return (rows.size() <= MANY ? rows : nearest(rows))
                .stream().map(row -> end(row, today)).toList();
    }

    static List<KeyDate> epics(List<DatedItem> dated, LocalDate today) {
        return dated.stream()
                .filter(item -> item.level() == WorkItemLevel.EPIC
                        && item.due() != null
                        && item.category() != StateCategory.REMOVED)
                .sorted(Comparator.comparing((DatedItem item) -> item.category() == StateCategory.COMPLETED)
                        .thenComparing(item -> Objects.requireNonNull(item.due())))
                .limit(ProjectSchedule.MOST_KEY_EPICS)
                .map(item -> KeyDate.of(
                        item.title(),
                        Objects.requireNonNull(item.due()),
                        item.category() == StateCategory.COMPLETED,
                        KeyDate.Source.EPIC,
                        today))
                .toList();
    }

    private static Set<Row> nearest(List<Row> rows) {
        Set<Row> nearest = new LinkedHashSet<>();
        rows.stream()
                .filter(row -> row.state() == IterationState.CLOSED)
                .reduce((first, second) -> second)
                .ifPresent(nearest::add);
        rows.stream().filter(row -> row.state() == IterationState.STARTED).forEach(nearest::add);
        rows.stream()
                .filter(row -> row.state() == IterationState.NOT_STARTED)
                .limit(NEXT)
                .forEach(nearest::add);
        nearest.add(rows.getLast());
        return nearest;
    }

    /** Done is one that is over and has left nothing open. */
    private static KeyDate end(Row row, LocalDate today) {
        boolean done = finish(row).isBefore(today)
                && row.withBelow().closed() == row.withBelow().items();
        return KeyDate.of(row.name(), finish(row), done, KeyDate.Source.ITERATION, today);
    }

    private static LocalDate finish(Row row) {
        return Objects.requireNonNull(row.finish());
    }
}
