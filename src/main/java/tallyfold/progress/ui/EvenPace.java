package tallyfold.progress.ui;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import tallyfold.progress.BurnUp;

/**
 * As many items on every working day, from none before the first day to all at the end of the last.
 *
 * @param first first day
 * @param last last day, not before the first
 * @param scope items to be closed
 */
record EvenPace(LocalDate first, LocalDate last, long scope) {

    private static final int DAYS = 7;
    private static final int WORKING = 5;

    static EvenPace of(BurnUp burnUp) {
        LocalDate start = burnUp.start();
        LocalDate finish = burnUp.finish();
        LocalDate first = start == null ? burnUp.days().getFirst().day() : start;
        LocalDate last = finish == null ? burnUp.days().getLast().day() : finish;
        return new EvenPace(first, last.isBefore(first) ? first : last, burnUp.scope());
    }

    /** How many would be closed at the end of a day. */
    double at(LocalDate day) {
        long all = working(last);
        // An iteration of a weekend has no working day: its last day has to do.
        if (all == 0) {
            return day.isBefore(last) ? 0 : scope;
        }
        return Math.min(1.0, working(day) / (double) all) * scope;
    }

    /** Monday to Friday from the first day to this one, both included. */
    private long working(LocalDate day) {
        if (day.isBefore(first)) {
            return 0;
        }
        long days = ChronoUnit.DAYS.between(first, day) + 1;
        long working = days / DAYS * WORKING;
        for (long rest = 0; rest < days % DAYS; rest++) {
            DayOfWeek weekday = first.plusDays(rest).getDayOfWeek();
            working += weekday == DayOfWeek.SATURDAY || weekday == DayOfWeek.SUNDAY ? 0 : 1;
        }
        return working;
    }
}
