package tallyfold.portfolio.ui.portfolios;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tallyfold.uikit.Texts;

/**
 * Which days a timeline shows, and where on it they are.
 *
 * @param first the first day shown, the begin of a unit
 * @param end the day after the last one shown, likewise
 */
record TimelineScale(LocalDate first, LocalDate end, Unit unit) {

    /** More lines than these cannot be read, so that the unit grows. */
    private static final int MOST_LINES = 24;

    private static final int FEWEST_LINES = 4;

    /** Days further away are cut off: one mistyped year must not press everything else together. */
    private static final int YEARS_BACK = 5;

    private static final int YEARS_AHEAD = 10;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM", Locale.ENGLISH);

    /** What lies between two lines. */
    enum Unit {
        MONTHS(1),
        QUARTERS(3),
        YEARS(12);

        private final int months;

        Unit(int months) {
            this.months = months;
        }

        String label() {
            return Texts.of("portfolios.unit." + name());
        }

        private LocalDate begin(LocalDate day) {
            return switch (this) {
                case MONTHS -> day.withDayOfMonth(1);
                case QUARTERS -> day.with(IsoFields.DAY_OF_QUARTER, 1L);
                case YEARS -> day.withDayOfYear(1);
            };
        }

        private LocalDate next(LocalDate begin) {
            return begin.plusMonths(months);
        }

        private String words(LocalDate begin) {
            if (begin.getMonthValue() == 1) {
                return Integer.toString(begin.getYear());
            }
            return this == MONTHS ? MONTH.format(begin) : "Q" + begin.get(IsoFields.QUARTER_OF_YEAR);
        }
    }

    /** A line with the words beside it. */
    record Line(double at, String words) {}

    /** A scale that shows the days given and today, with the unit wished for or a longer one. */
    static TimelineScale of(Stream<@Nullable LocalDate> days, LocalDate today, Unit wished) {
        LocalDate earliest = today.minusYears(YEARS_BACK);
        LocalDate latest = today.plusYears(YEARS_AHEAD);
        List<LocalDate> shown = Stream.concat(
                        Stream.of(today), days.filter(Objects::nonNull).map(Objects::requireNonNull))
                .map(day -> day.isBefore(earliest) ? earliest : day.isAfter(latest) ? latest : day)
                .sorted()
                .toList();
        TimelineScale scale = of(shown.getFirst(), shown.getLast(), wished);
        for (Unit unit : Unit.values()) {
            if (unit.compareTo(wished) > 0 && scale.lines().size() > MOST_LINES) {
                scale = of(shown.getFirst(), shown.getLast(), unit);
            }
        }
        return scale;
    }

    private static TimelineScale of(LocalDate first, LocalDate last, Unit unit) {
        LocalDate begin = unit.begin(first);
        LocalDate end = unit.next(unit.begin(last));
        for (LocalDate least = begin.plusMonths((long) FEWEST_LINES * unit.months); end.isBefore(least); ) {
            end = unit.next(end);
        }
        return new TimelineScale(begin, end, unit);
    }

    /** Where the begin of a day is, in percent of the width, 0 to 100. */
    double at(LocalDate day) {
        double all = ChronoUnit.DAYS.between(first, end);
        return Math.clamp(ChronoUnit.DAYS.between(first, day) * 100 / all, 0, 100);
    }

    /** The begin of each unit. */
    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (LocalDate begin = first; begin.isBefore(end); begin = unit.next(begin)) {
            lines.add(new Line(at(begin), unit.words(begin)));
        }
        return lines;
    }
}
