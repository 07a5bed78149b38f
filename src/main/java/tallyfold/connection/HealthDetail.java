package tallyfold.connection;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tallyfold.provider.ProviderFailure;

/**
 * Why a connection is not healthy, in a form that can be stored and put into the reader's words and time zone later.
 *
 * @param code of the failure, as {@link ProviderFailure#code()}
 * @param detail known words of the failure, as {@link ProviderFailure#detail()}; empty when there are none
 * @param at since when it is so; for throttling, until when
 */
public record HealthDetail(String code, String detail, Instant at) {

    /** The code for a token that is not stored or cannot be opened; the source system knows nothing of it. */
    public static final String TOKEN_NEEDED = "TOKEN_NEEDED";

    /** Name of the check that stands for opening the stored token, before anything is asked of the source system. */
    public static final String STORED_TOKEN_CHECK = "stored-token";

    /** The code for a token whose entered expiry date has passed. */
    public static final String DATE_PASSED = "DATE_PASSED";

    private static final String SEPARATOR = "|";
    private static final int LONGEST_DETAIL = 256;

    public HealthDetail {
        detail = detail.replace(SEPARATOR, "/");
        if (detail.length() > LONGEST_DETAIL) {
            detail = detail.substring(0, LONGEST_DETAIL);
        }
    }

    /** The stored form. */
    public String text() {
        return code + SEPARATOR + at + SEPARATOR + detail;
    }

    /** Reads the stored form; empty for null and for anything else. */
    public static Optional<HealthDetail> parse(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        String[] parts = text.split("\\|", 3);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            return Optional.of(new HealthDetail(parts[0], parts[2], Instant.parse(parts[1])));
        } catch (DateTimeParseException unknown) {
            return Optional.empty();
        }
    }
}
