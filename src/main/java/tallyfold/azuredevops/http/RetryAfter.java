package tallyfold.azuredevops.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads how long the service asks to wait: seconds or a date, never more than the longest patience. */
final class RetryAfter {

    /** Nobody waits longer than this, whatever is asked. */
    static final Duration LONGEST = Duration.ofMinutes(15);

    private static final Pattern SECONDS = Pattern.compile("([0-9]+)(?:\\.[0-9]+)?");

    private RetryAfter() {}

    /** The wait, zero or more and at most {@link #LONGEST}; null when there is none or it makes no sense. */
    static @Nullable Duration read(@Nullable String header, Instant now) {
        if (header == null) {
            return null;
        }
        String text = header.strip();
        Matcher seconds = SECONDS.matcher(text);
        if (seconds.matches()) {
            String whole = seconds.group(1);
            // A fraction is rounded up: waiting a little longer is polite.
            long spare = whole.length() == text.length() ? 0 : 1;
            return whole.length() > 9 ? LONGEST : bounded(Duration.ofSeconds(Long.parseLong(whole) + spare));
        }
        try {
            Instant moment = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text));
            return bounded(Duration.between(now, moment));
        } catch (DateTimeException | ArithmeticException garbage) {
            return null;
        }
    }

    private static Duration bounded(Duration wait) {
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
