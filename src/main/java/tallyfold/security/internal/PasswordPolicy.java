package tallyfold.security.internal;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
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

    /** What is guessed with a million tries falls to a list of leaked passwords; on a scale of 0 to 4, by zxcvbn. */
    private static final int GUESSED_SOON = 1;

    /** Characters that are looked at: more would take long, and who gets that far has chosen well. */
    private static final int ESTIMATED = 50;

    private static final String LIST = "/security/common-passwords.txt";

    /** Why a password is refused. */
    public enum Weakness {
        TOO_SHORT("security.password.too-short", MIN_LENGTH),
        TOO_LONG("security.password.too-long", MAX_LENGTH),
        WELL_KNOWN("security.password.well-known", 0),
        USER_NAME("security.password.user-name", 0),
        /** The one that somebody else chose, and that is to be replaced. */
        GIVEN("security.password.given", 0);

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
    private final Zxcvbn guesses = new Zxcvbn();

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
        return wellKnown.contains(folded) || guessedSoon(password, userName)
                ? Optional.of(Weakness.WELL_KNOWN)
                : Optional.empty();
    }

    /** Leaked passwords, names, words, rows of keys, dates and repetitions of these, alone or put together. */
    private boolean guessedSoon(String password, String userName) {
        String beginning = password.substring(0, Math.min(password.length(), ESTIMATED));
        return guesses.measure(beginning, List.of(userName)).getScore() <= GUESSED_SOON;
    }
}
