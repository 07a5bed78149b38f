package tallyfold.security.internal;

import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Random codes that are read off a screen and typed: seven groups of four, 140 bits, no characters that look alike. */
public final class ReadableCode {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int GROUPS = 7;
    private static final int GROUP_LENGTH = 4;

    private static final Pattern FORM =
            Pattern.compile("[" + ALPHABET + "]{4}(-[" + ALPHABET + "]{4}){" + (GROUPS - 1) + "}");

    private ReadableCode() {}

    public static String generate(RandomGenerator random) {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP_LENGTH; i++) {
            if (i > 0 && i % GROUP_LENGTH == 0) {
                code.append('-');
            }
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /** Whether a text has exactly the form of a code. */
    static boolean isOne(String typed) {
        return FORM.matcher(typed).matches();
    }

    /** The code without the ways people write it: case, blanks, hyphens, O for 0, I and L for 1. */
    public static String normal(String typed) {
        return typed.toUpperCase(Locale.ROOT)
                .replaceAll("[^0-9A-Z]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }
}
