package tallyfold.security.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Which passwords are refused: too short, too long, well known, or the user's own name. Nothing about composition. */
@Component
public class PasswordPolicy {

    /** The fewest characters of a password. */
    public static final int MIN_LENGTH = 12;

    /** The most characters of a password. */
    public static final int MAX_LENGTH = 256;

    private static final String LIST = "/security/common-passwords.txt";

    /** Why a password is refused. */
    public enum Weakness {
        TOO_SHORT("security.password.too-short", MIN_LENGTH),
        TOO_LONG("security.password.too-long", MAX_LENGTH),
        WELL_KNOWN("security.password.well-known", 0),
        USER_NAME("security.password.user-name", 0);

        private final String textKey;
        private final int limit;

        Weakness(String textKey, int limit) {
            this.textKey = textKey;
            this.limit = limit;
        }

        /** Of the reason in words, which may name the limit. */
        public String textKey() {
            return textKey;
        }

        /** How many characters there may be, or have to be; 0 where that is not the reason. */
        public int limit() {
            return limit;
        }
    }

    private final Set<String> wellKnown;

    public PasswordPolicy() {
        try (InputStream in = PasswordPolicy.class.getResourceAsStream(LIST)) {
            if (in == null) {
                throw new IllegalStateException("The list of well-known passwords is missing from the jar");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            wellKnown = lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(UserNames::key)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("The list of well-known passwords cannot be read", e);
        }
    }

    /** What is wrong with a password; empty when nothing is. */
    public Optional<Weakness> weakness(String password, String userName) {
        int length = password.codePointCount(0, password.length());
        if (length < MIN_LENGTH) {
            return Optional.of(Weakness.TOO_SHORT);
        }
        if (length > MAX_LENGTH) {
            return Optional.of(Weakness.TOO_LONG);
        }
        String folded = UserNames.key(password);
        if (folded.equals(UserNames.key(userName))) {
            return Optional.of(Weakness.USER_NAME);
        }
        boolean oneCharacter = folded.codePoints().distinct().count() == 1;
        return oneCharacter || wellKnown.contains(folded) ? Optional.of(Weakness.WELL_KNOWN) : Optional.empty();
    }
}
