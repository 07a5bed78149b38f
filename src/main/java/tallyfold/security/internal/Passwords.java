package tallyfold.security.internal;

import java.text.Normalizer;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes and compares passwords. New hashes are Argon2id; bcrypt ones, and those made with less memory or fewer passes,
 * are accepted and replaced at the next sign-in.
 * bcrypt is not written: it cannot take more than 72 bytes.
 */
@Component
public final class Passwords {

    private static final String CURRENT = "argon2id";

    private static final int LONGEST_HASH = 512;

    /** As OWASP advises for one thread; KiB, passes and bytes. */
    private static final int MEMORY = 19 * 1024;

    private static final int PASSES = 2;
    private static final int THREADS = 1;
    private static final int SALT = 16;
    private static final int LENGTH = 32;

    /** A hash takes 19 MiB while it is computed; this bounds what a flood of guesses can take. */
    private static final int AT_ONCE = 4;

    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private final PasswordEncoder encoder = new DelegatingPasswordEncoder(
            CURRENT,
            Map.of(
                    CURRENT,
                    new Argon2PasswordEncoder(SALT, LENGTH, THREADS, MEMORY, PASSES),
                    "bcrypt",
                    new BCryptPasswordEncoder()));
    private final String nobodysHash;

    public Passwords() {
        nobodysHash = hash("nobody has this password");
    }

    public String hash(String password) {
        return inTurn(() -> {
            String hash = encoder.encode(normal(password));
            if (hash == null) {
                throw new IllegalStateException("The password encoder gave no hash");
            }
            return hash;
        });
    }

    /** Whether a text looks like what {@link #hash} makes. */
    public static boolean isHash(String text) {
        return text.startsWith("{" + CURRENT + "}$argon2id$") && text.length() <= LONGEST_HASH;
    }

    public boolean matches(String password, String hash) {
        boolean tooLong = password.length() > 2 * PasswordPolicy.MAX_LENGTH;
        String compared = tooLong ? "" : normal(password);
        return inTurn(() -> encoder.matches(compared, hash)) && !tooLong;
    }

    /** Takes as long as {@link #matches}, for a user who does not exist. */
    public void compareWithNobody(String password) {
        matches(password, nobodysHash);
    }

    public boolean outdated(String hash) {
        return encoder.upgradeEncoding(hash);
    }

    /** One form of Unicode, because keyboards differ in how they send the same character. */
    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    private <T> T inTurn(Supplier<T> work) {
        turns.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}
