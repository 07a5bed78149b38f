package tallyfold.kernel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * A value that must never be shown: it has no readable {@code toString}, cannot be serialised and can be wiped.
 *
 * <p>{@link #reveal()} is called where the value is sealed or put on the wire and nowhere else; an architecture test
 * holds that. Not a record on purpose: a record would print and expose its component.
 */
public final class Secret implements AutoCloseable {

    private final byte[] utf8;
    private volatile boolean wiped;

    private Secret(byte[] utf8) {
        this.utf8 = utf8;
    }

    /** Takes a copy; the caller's value stays as it is. */
    public static Secret of(CharSequence value) {
        return new Secret(value.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Takes a copy of UTF-8 bytes. */
    public static Secret ofUtf8(byte[] utf8) {
        return new Secret(utf8.clone());
    }

    /**
     * The value as text.
     *
     * @throws IllegalStateException after {@link #close()}
     */
    public String reveal() {
        return new String(revealUtf8(), StandardCharsets.UTF_8);
    }

    /**
     * A copy of the value as UTF-8 bytes, for the caller to wipe.
     *
     * @throws IllegalStateException after {@link #close()}
     */
    public byte[] revealUtf8() {
        if (wiped) {
            throw new IllegalStateException("The secret was wiped");
        }
        return utf8.clone();
    }

    /** Overwrites the value in memory. May be called more than once. */
    @Override
    public void close() {
        wiped = true;
        Arrays.fill(utf8, (byte) 0);
    }

    /** Compares in constant time. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && MessageDigest.isEqual(utf8, secret.utf8);
    }

    /** The same for all secrets, so that a hash tells nothing. */
    @Override
    public int hashCode() {
        return Secret.class.hashCode();
    }

    @Override
    public String toString() {
        return "Secret[set]";
    }
}
