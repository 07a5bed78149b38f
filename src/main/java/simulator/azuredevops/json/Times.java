package simulator.azuredevops.json;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import org.jspecify.annotations.Nullable;

/** Times in the form of the service. */
public final class Times {

    /** The service's "still valid": the revised date of the newest revision. */
    public static final Instant OPEN_END = Instant.parse("9999-01-01T00:00:00Z");

    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 7, true)
            .appendLiteral('Z')
            .toFormatter(java.util.Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Times() {}

    /** UTC with zero to seven fraction digits. */
    public static String iso(Instant instant) {
        return ISO.format(instant);
    }

    /** Reads a date or a date-time with or without zone (none: UTC); null when it is neither. */
    public static @Nullable Instant parse(String text) {
        String trimmed = text.trim();
        try {
            if (trimmed.length() <= 10) {
                return LocalDate.parse(trimmed).atStartOfDay(ZoneOffset.UTC).toInstant();
            }
            boolean zoned = trimmed.endsWith("Z") || trimmed.indexOf('+', 10) > 0 || trimmed.indexOf('-', 10) > 0;
            String zone = zoned ? trimmed : trimmed + "Z";
            return OffsetDateTime.parse(zone.replace(' ', 'T')).toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
