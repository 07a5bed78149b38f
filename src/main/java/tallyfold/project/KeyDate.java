package tallyfold.project;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Locale;

/**
 * A day that a project must keep.
 *
 * @param name may hold anything where it came from a source system
 * @param source who says so
 * @param status how it stands today
 */
public record KeyDate(String name, LocalDate day, boolean done, Source source, Status status) {

    /** The most days it may be late and still be at risk only. */
    public static final int CRITICAL_AFTER = 10;

    /** By day, then by name. */
    public static final Comparator<KeyDate> ORDER =
            Comparator.comparing(KeyDate::day).thenComparing(date -> date.name().toLowerCase(Locale.ROOT));

    /** Where a key date comes from. */
    public enum Source {
        /** Somebody entered it. */
        OWN,
        /** The end of an iteration. */
        ITERATION,
        /** The date of an epic. */
        EPIC
    }

    /** How a key date stands. */
    public enum Status {
        ON_TRACK("On Track"),
        AT_RISK("At Risk"),
        CRITICAL("Critical"),
        DONE("Done");

        private final String label;

        Status(String label) {
            this.label = label;
        }

        /** The words people read. */
        public String label() {
            return label;
        }
    }

    /** A key date as it stands on a day; on its own day it is not late yet. */
    public static KeyDate of(String name, LocalDate day, boolean done, Source source, LocalDate today) {
        return new KeyDate(name, day, done, source, status(day, done, today));
    }

    private static Status status(LocalDate day, boolean done, LocalDate today) {
        long late = ChronoUnit.DAYS.between(day, today);
        if (done) {
            return Status.DONE;
        }
        if (late <= 0) {
            return Status.ON_TRACK;
        }
        return late <= CRITICAL_AFTER ? Status.AT_RISK : Status.CRITICAL;
    }
}
