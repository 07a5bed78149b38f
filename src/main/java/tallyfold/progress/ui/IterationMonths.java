package tallyfold.progress.ui;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tallyfold.progress.LinkIterations;
import tallyfold.uikit.TimeAxis;

/**
 * The months a timeline of iterations can show: half years, one of which has today in its middle.
 *
 * @param first of the half year around today
 * @param days of all iterations with dates
 */
record IterationMonths(YearMonth first, List<LocalDate> days) {

    private static final int MONTHS = 6;
    private static final int BEFORE_TODAY = 3;
    private static final int MOST = 60;

    static IterationMonths of(LinkIterations iterations, LocalDate today) {
        return new IterationMonths(
                YearMonth.from(today).minusMonths(BEFORE_TODAY),
                LaneTable.known(iterations.rows().stream()
                        .<@Nullable LocalDate>flatMap(row -> Stream.of(row.start(), row.finish()))));
    }

    /** First months to choose from, earliest first; the nearest to today where there are too many. */
    List<YearMonth> choices() {
        List<YearMonth> choices = new ArrayList<>(List.of(first));
        if (!days.isEmpty()) {
            YearMonth earliest =
                    YearMonth.from(days.stream().min(Comparator.naturalOrder()).orElseThrow());
            YearMonth latest =
                    YearMonth.from(days.stream().max(Comparator.naturalOrder()).orElseThrow());
            long before = Math.ceilDiv(ChronoUnit.MONTHS.between(earliest, first), MONTHS);
            long after = Math.ceilDiv(ChronoUnit.MONTHS.between(first.plusMonths(MONTHS - 1L), latest), MONTHS);
            for (int step = 1; step <= Math.min(before, MOST / 2); step++) {
                choices.addFirst(first.minusMonths((long) step * MONTHS));
            }
            for (int step = 1; step <= Math.min(after, MOST / 2); step++) {
                choices.add(first.plusMonths((long) step * MONTHS));
            }
        }
        return choices;
    }

    TimeAxis axis(IterationsAddress address) {
        if (address.all() && !days.isEmpty()) {
            return TimeAxis.around(days.getFirst(), days);
        }
        YearMonth from = address.from();
        YearMonth begin = from == null ? first : from;
        return TimeAxis.months(begin, last(begin));
    }

    static YearMonth last(YearMonth begin) {
        return begin.plusMonths(MONTHS - 1L);
    }
}
