package tallyfold.azuredevops;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import org.jspecify.annotations.Nullable;

/**
 * Reads the service's times: ISO, nought to seven digits of a second, mostly with {@code Z}. Year 1 means "not set" and
 * year 9999 "still valid"; both are no times.
 */
final class Dates {

    private static final int LONGEST = 40;
    private static final int SECONDS_END = 19;
    private static final int LONGEST_FRACTION = 9;
    private static final int FIRST_YEAR = 1753;
    private static final int LAST_YEAR = 9998;
    private static final DateTimeFormatter FORMAT = new java.time.format.DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .optionalStart()
            .appendOffset("+HH:MM", "Z")
            .optionalEnd()
            .toFormatter(java.util.Locale.ROOT);

    private Dates() {}

    /**
     * The moment, or null when it is one of the two stand-ins.
     *
     * @throws DateTimeException when the text is no time
     */
    static @Nullable Instant instant(String text) {
        if (text.length() > LONGEST) {
            throw new DateTimeException("Not a time");
        }
        LocalDateTime usual = usual(text);
        OffsetDateTime moment = usual == null ? formatted(text.strip()) : usual.atOffset(ZoneOffset.UTC);
        return moment.getYear() < FIRST_YEAR || moment.getYear() > LAST_YEAR ? null : moment.toInstant();
    }

    private static OffsetDateTime formatted(String text) {
        TemporalAccessor parsed = FORMAT.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
        return parsed instanceof OffsetDateTime zoned
                ? zoned
                : LocalDateTime.from(parsed).atOffset(ZoneOffset.UTC);
    }

    /**
     * The form of nearly all times, {@code 2026-01-31T08:05:09.123Z}, or null for any other. Read by hand, because a formatter took
     * half of the time in which an item becomes a record.
     */
    private static @Nullable LocalDateTime usual(String text) {
        int end = text.length() - 1;
        boolean shaped = end >= SECONDS_END
                && end <= SECONDS_END + 1 + LONGEST_FRACTION
                && text.charAt(end) == 'Z'
                && text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && text.charAt(10) == 'T'
                && text.charAt(13) == ':'
                && text.charAt(16) == ':'
                && (end == SECONDS_END || (text.charAt(SECONDS_END) == '.' && end > SECONDS_END + 1));
        if (!shaped) {
            return null;
        }
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 7);
        int day = digits(text, 8, 10);
        int hour = digits(text, 11, 13);
        int minute = digits(text, 14, 16);
        int second = digits(text, 17, SECONDS_END);
        int nano = end == SECONDS_END ? 0 : digits(text, SECONDS_END + 1, end);
        if ((year | month | day | hour | minute | second | nano) < 0) {
            return null;
        }
        for (int places = end - SECONDS_END - 1; end > SECONDS_END && places < LONGEST_FRACTION; places++) {
            nano *= 10;
        }
        return LocalDateTime.of(year, month, day, hour, minute, second, nano);
    }

    /** The number in a part of a text, or -1 when it holds anything but digits. */
    private static int digits(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    /** The day of a date-only value, or null when there is none or it is no date. */
    static @Nullable LocalDate day(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            Instant moment = instant(text);
            return moment == null ? null : LocalDate.ofInstant(moment, ZoneOffset.UTC);
        } catch (DateTimeException garbage) {
            return null;
        }
    }

    /** The moment, or null when there is none or it is no time. */
    static @Nullable Instant moment(@Nullable String text) {
        try {
            return text == null ? null : instant(text);
        } catch (DateTimeException garbage) {
            return null;
        }
    }
}
