package tallyfold.security.internal;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How mail addresses are written. Whether somebody reads them only a letter tells. */
public final class Emails {

    /** The most characters of an address. */
    public static final int MAX_LENGTH = 254;

    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s@<>\"(),;:\\\\\\p{Cc}\\p{Cf}]+@[^\\s@<>\"(),;:\\\\\\p{Cc}\\p{Cf}]+");

    private Emails() {}

    /** Null for none. */
    public static @Nullable String tidy(String typed) {
        String tidy = typed.strip();
        return tidy.isEmpty() ? null : tidy;
    }

    /** Whether this is an address, or none at all. */
    public static boolean usable(String typed) {
        String tidy = tidy(typed);
        return tidy == null
                || (tidy.length() <= MAX_LENGTH && ADDRESS.matcher(tidy).matches());
    }
}
