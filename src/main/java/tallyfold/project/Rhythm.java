package tallyfold.project;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.support.CronExpression;
import tallyfold.uikit.Texts;

/** How often something comes round by itself. */
public sealed interface Rhythm {

    /** Never. */
    Rhythm OFF = new Off();

    /** The longest text of a rhythm in characters. */
    int MAX_TEXT = 128;

    /** The next time strictly after a moment; empty when there is none. */
    Optional<Instant> next(Instant after, ZoneId zone);

    /** What {@link #parse} reads. */
    String text();

    /** Each time as long after the last one; zero for never. */
    static Rhythm every(Duration distance) {
        return distance.isZero() ? OFF : new Every(distance);
    }

    /**
     * Reads what {@link #text} wrote.
     *
     * @throws IllegalArgumentException with a sentence for people when it is no rhythm
     */
    static Rhythm parse(String text) {
        if (text.equals("off")) {
            return OFF;
        }
        return text.startsWith(Cron.PREFIX)
                ? new Cron(text.substring(Cron.PREFIX.length()))
                : every(Duration.parse(text));
    }

    /** Only when somebody asks. */
    record Off() implements Rhythm {

        @Override
        public Optional<Instant> next(Instant after, ZoneId zone) {
            return Optional.empty();
        }

        @Override
        public String text() {
            return "off";
        }
    }

    /**
     * After a time.
     *
     * @param distance one minute or more
     */
    record Every(Duration distance) implements Rhythm {

        private static final Duration SHORTEST = Duration.ofMinutes(1);

        public Every {
            if (distance.compareTo(SHORTEST) < 0) {
                throw new IllegalArgumentException(Texts.of("project.rhythm.short"));
            }
        }

        @Override
        public Optional<Instant> next(Instant after, ZoneId zone) {
            return Optional.of(after.plus(distance));
        }

        @Override
        public String text() {
            return distance.toString();
        }
    }

    /**
     * By the calendar and the clock on the wall of a zone.
     *
     * @param expression minute, hour, day of month, month, day of week; or six fields, with seconds in front; once a minute at
     *     most
     */
    record Cron(String expression) implements Rhythm {

        private static final String PREFIX = "cron ";
        private static final int LOOKED_AT = 100;

        /** A moment from which on every rule of a year is seen soon; which one does not matter. */
        private static final ZonedDateTime ANY_START = ZonedDateTime.parse("2026-01-01T00:00:00Z");

        public Cron {
            expression = expression.strip().replaceAll("\\s+", " ");
            CronExpression read = read(expression);
            ZonedDateTime last = read.next(ANY_START);
            if (last == null) {
                throw new IllegalArgumentException(Texts.of("project.rhythm.cron-never"));
            }
            for (int i = 0; i < LOOKED_AT; i++) {
                @Nullable ZonedDateTime next = read.next(last);
                if (next == null) {
                    break;
                }
                if (next.isBefore(last.plusMinutes(1))) {
                    throw new IllegalArgumentException(Texts.of("project.rhythm.short"));
                }
                last = next;
            }
        }

        private static CronExpression read(String expression) {
            if (expression.length() > MAX_TEXT - PREFIX.length()) {
                throw new IllegalArgumentException(Texts.of("project.rhythm.cron-long", MAX_TEXT - PREFIX.length()));
            }
            try {
                return CronExpression.parse(expression.split(" ").length == 5 ? "0 " + expression : expression);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(Texts.of("project.rhythm.cron"), e);
            }
        }

        @Override
        public Optional<Instant> next(Instant after, ZoneId zone) {
            CronExpression read = read(expression);
            @Nullable ZonedDateTime regular = read.next(after.atZone(zone));
            return regular == null
                    ? Optional.empty()
                    : lost(read, after, regular.toInstant(), zone.getRules())
                            .or(() -> Optional.of(regular.toInstant()));
        }

        /** What would have come in an hour that is left out when clocks are put forward comes as soon as that hour is over. */
        private static Optional<Instant> lost(CronExpression read, Instant after, Instant until, ZoneRules rules) {
            for (ZoneOffsetTransition change = rules.nextTransition(after);
                    change != null && change.getInstant().isBefore(until);
                    change = rules.nextTransition(change.getInstant())) {
                @Nullable
                LocalDateTime first = read.next(change.getDateTimeBefore().minusNanos(1));
                if (change.isGap() && first != null && first.isBefore(change.getDateTimeAfter())) {
                    return Optional.of(change.getInstant());
                }
            }
            return Optional.empty();
        }

        @Override
        public String text() {
            return PREFIX + expression;
        }
    }
}
