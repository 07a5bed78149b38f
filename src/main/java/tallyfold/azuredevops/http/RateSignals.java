package tallyfold.azuredevops.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * What an answer says about how fast the organization may be asked.
 *
 * @param retryAfter wait this long before the next request, whatever this one's status; null when not said
 * @param remainingShare what is left of the allowance, 0 to 1; null when not said
 * @param reset when the allowance is full again; null when not said
 * @param remaining what is left, in the service's own units; null when not said
 * @param limit what {@code remaining} is a part of; null when not said
 */
record RateSignals(
        @Nullable Duration retryAfter,
        @Nullable Double remainingShare,
        @Nullable Instant reset,
        @Nullable Double remaining,
        @Nullable Double limit) {

    /** Signals without the numbers behind the share. */
    RateSignals(@Nullable Duration retryAfter, @Nullable Double remainingShare, @Nullable Instant reset) {
        this(retryAfter, remainingShare, reset, null, null);
    }

    static RateSignals read(HttpHeaders headers, Instant now) {
        Double limit = number(headers.getFirst("X-RateLimit-Limit"));
        Double remaining = number(headers.getFirst("X-RateLimit-Remaining"));
        Double share =
                limit == null || remaining == null || limit <= 0 ? null : Math.clamp(remaining / limit, 0.0, 1.0);
        return new RateSignals(
                RetryAfter.read(headers.getFirst(HttpHeaders.RETRY_AFTER), now),
                share,
                moment(number(headers.getFirst("X-RateLimit-Reset"))),
                remaining,
                limit);
    }

    private static @Nullable Double number(@Nullable String header) {
        if (header == null || header.length() > 20) {
            return null;
        }
        try {
            double value = Double.parseDouble(header.strip());
            return Double.isFinite(value) && value >= 0 ? value : null;
        } catch (NumberFormatException garbage) {
            return null;
        }
    }

    private static @Nullable Instant moment(@Nullable Double unixSeconds) {
        try {
            return unixSeconds == null ? null : Instant.ofEpochSecond(unixSeconds.longValue());
        } catch (DateTimeException beyondTheCalendar) {
            return null;
        }
    }
}
