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
        TemporalAccessor parsed = FORMAT.parseBest(text.strip(), OffsetDateTime::from, LocalDateTime::from);
        OffsetDateTime moment = parsed instanceof OffsetDateTime zoned
                ? zoned
                : LocalDateTime.from(parsed).atOffset(ZoneOffset.UTC);
        return moment.getYear() < FIRST_YEAR || moment.getYear() > LAST_YEAR ? null : moment.toInstant();
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
