package simulator.azuredevops;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.zip.CRC32;

/** A personal access token. Revoking and scopes may change while it is in use. */
public final class SimToken {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private final String text;
    private final Organization organization;
    private final TokenSpec spec;
    private volatile boolean revoked;
    private volatile Set<String> scopes;

    SimToken(String text, Organization organization, TokenSpec spec) {
        this.text = text;
        this.organization = organization;
        this.spec = spec;
        this.revoked = spec.revoked();
        this.scopes = spec.scopes();
    }

    /** The 84 characters. */
    public String text() {
        return text;
    }

    /** The value of an Authorization header that carries this token. */
    public String authorization() {
        return "Basic " + Base64.getEncoder().encodeToString((":" + text).getBytes(StandardCharsets.UTF_8));
    }

    public SimUser owner() {
        return spec.owner();
    }

    /** The organization it was made in. */
    public Organization organization() {
        return organization;
    }

    public boolean global() {
        return spec.global();
    }

    public Set<String> scopes() {
        return scopes;
    }

    public SimToken scopes(String... others) {
        scopes = Set.of(others);
        return this;
    }

    public SimToken revoke() {
        revoked = true;
        return this;
    }

    boolean revoked() {
        return revoked;
    }

    boolean expired(Instant now) {
        Instant end = spec.expiresAt();
        return end != null && !now.isBefore(end);
    }

    ExpiredAnswer expiredAnswer() {
        return spec.expiredAnswer();
    }

    /** Never the text: a token does not belong into logs. */
    @Override
    public String toString() {
        return "token of " + spec.owner().displayName();
    }

    /**
     * A text in the form of the service: 52 random characters, the marker of annotated keys, random filling, the
     * signature at offset 76 and four check characters (reference section 2.3).
     */
    static String newText(RandomGenerator random) {
        String marker = "JQ" + "QJ9" + "9DH".charAt(random.nextInt(3));
        String body = letters(random, 52) + marker + letters(random, 18) + "AZ" + "DO";
        CRC32 check = new CRC32();
        check.update(body.getBytes(StandardCharsets.US_ASCII));
        StringBuilder tail = new StringBuilder();
        for (long rest = check.getValue(), i = 0; i < 4; i++, rest /= ALPHABET.length()) {
            tail.append(ALPHABET.charAt((int) (rest % ALPHABET.length())));
        }
        return body + tail;
    }

    private static String letters(RandomGenerator random, int count) {
        StringBuilder result = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            result.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return result.toString();
    }
}
