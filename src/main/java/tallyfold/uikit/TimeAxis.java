package tallyfold.uikit;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Days laid out from left to right.
 *
 * @param first at 0 percent
 * @param last its end is at 100 percent; never before the first
 */
public record TimeAxis(LocalDate first, LocalDate last) {

    private static final int[] STEPS = {1, 2, 3, 6, 12, 24, 60, 120, 600, 1_200, 6_000, 12_000};
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM", Locale.ENGLISH);
    private static final DateTimeFormatter YEAR_TOO = DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);

    /** A place for a word. */
    public record Tick(double at, String word) {}

    public TimeAxis {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException(last + " is before " + first);
        }
    }

    /** From the first day of the first month to the last of the last; the day given alone makes its month. */
    public static TimeAxis around(LocalDate day, Collection<LocalDate> others) {
        List<LocalDate> all = new ArrayList<>(others);
        all.add(day);
        return months(
                YearMonth.from(all.stream().min(Comparator.naturalOrder()).orElse(day)),
                YearMonth.from(all.stream().max(Comparator.naturalOrder()).orElse(day)));
    }

    public static TimeAxis months(YearMonth first, YearMonth last) {
        return new TimeAxis(first.atDay(1), last.atEndOfMonth());
    }

    /** Where a day begins, 0 to 100 percent; days beyond the ends are at the ends. */
    public double at(LocalDate day) {
        return Math.clamp(ChronoUnit.DAYS.between(first, day) * 100.0 / days(), 0, 100);
    }

    /** Where a day ends. */
    public double after(LocalDate day) {
        return Math.clamp((ChronoUnit.DAYS.between(first, day) + 1) * 100.0 / days(), 0, 100);
    }

    /** The middle of a day. */
    public double during(LocalDate day) {
        return (at(day) + after(day)) / 2;
    }

    public boolean covers(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    private long days() {
        return ChronoUnit.DAYS.between(first, last) + 1;
    }

    /** Beginnings of months, at most so many; the first and each January tell the year. */
    public List<Tick> months(int most) {
        YearMonth begin = YearMonth.from(first);
        long all = ChronoUnit.MONTHS.between(begin, YearMonth.from(last)) + 1;
        int step = STEPS[STEPS.length - 1];
        for (int candidate : STEPS) {
            if (all <= (long) candidate * most) {
                step = candidate;
                break;
            }
        }
        List<Tick> ticks = new ArrayList<>();
        int year = Integer.MIN_VALUE;
        for (YearMonth month = begin; !month.atDay(1).isAfter(last); month = month.plusMonths(step)) {
            ticks.add(new Tick(at(month.atDay(1)), (month.getYear() == year ? MONTH : YEAR_TOO).format(month)));
            year = month.getYear();
        }
        return ticks;
    }
}
