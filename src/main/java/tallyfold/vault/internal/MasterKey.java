package tallyfold.vault.internal;

import com.ulisesbocchio.jasyptspringboot.encryptor.SimpleGCMConfig;
import com.ulisesbocchio.jasyptspringboot.encryptor.SimpleGCMStringEncryptor;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import org.jasypt.encryption.StringEncryptor;

/** The 32 bytes everything else is derived from or wrapped by, and where they came from. Never prints them. */
public final class MasterKey {

    static final int LENGTH = 32;
    private static final int ID_LENGTH = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] bytes;
    private final String id;
    private final String origin;

    private MasterKey(byte[] bytes, String origin) {
        this.bytes = bytes;
        this.origin = origin;
        this.id = HexFormat.of().formatHex(derive("key-id", ID_LENGTH));
    }

    static MasterKey random(String origin) {
        byte[] bytes = new byte[LENGTH];
        RANDOM.nextBytes(bytes);
        return new MasterKey(bytes, origin);
    }

    /** Reads the text form: base64 of exactly 32 bytes, blanks and line ends around it allowed. */
    static Optional<MasterKey> parse(String text, String origin) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text.strip());
            if (bytes.length == LENGTH) {
                return Optional.of(new MasterKey(bytes, origin));
            }
            Arrays.fill(bytes, (byte) 0);
            return Optional.empty();
        } catch (IllegalArgumentException _) {
            // The decoder's message repeats a character of the key.
            return Optional.empty();
        }
    }

    /** Names the key in ciphertexts and messages; tells nothing of the key itself. */
    public String id() {
        return id;
    }

    /** Where it was found, in words for the operator. */
    public String origin() {
        return origin;
    }

    /** Proves, when stored, that a later loaded key is this one. */
    String checkValue() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(derive("key-check", LENGTH));
    }

    boolean fits(String storedCheckValue) {
        return MessageDigest.isEqual(
                checkValue().getBytes(StandardCharsets.UTF_8), storedCheckValue.getBytes(StandardCharsets.UTF_8));
    }

    /** An independent key for a purpose of its own (HKDF-SHA256). */
    byte[] derive(String purpose, int length) {
        try {
            byte[] info = ("tallyfold/" + purpose).getBytes(StandardCharsets.UTF_8);
            return KDF.getInstance("HKDF-SHA256")
                    .deriveData(HKDFParameterSpec.ofExtract().addIKM(bytes).thenExpand(info, length));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HKDF-SHA256", e);
        }
    }

    /** The encryptor keyed by this key: opens {@code ENC(…)} in the configuration and wraps data keys. */
    StringEncryptor encryptor() {
        // The configuration object prints its key, so it must not be kept or handed on.
        SimpleGCMConfig config = new SimpleGCMConfig();
        config.setSecretKey(toText());
        return new SimpleGCMStringEncryptor(config);
    }

    String toText() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "MasterKey[" + id + "]";
    }
}
