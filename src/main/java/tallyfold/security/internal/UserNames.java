package tallyfold.security.internal;

import java.text.Normalizer;
import java.util.Locale;

/** How sign-in names are written and compared. */
public final class UserNames {

    /** The most characters of a name. */
    public static final int MAX_LENGTH = 128;

    private UserNames() {}

    /** The name as it is kept: without blanks around it and in one Unicode form. */
    public static String tidy(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).strip();
    }

    /** What two names must not share: the tidy name without regard to case. */
    public static String key(String name) {
        return tidy(name).toLowerCase(Locale.ROOT);
    }

    /** Whether a name can be given to a user. */
    public static boolean usable(String name) {
        String tidy = tidy(name);
        return !tidy.isEmpty()
                && tidy.length() <= MAX_LENGTH
                && tidy.codePoints()
                        .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
    }
}
