package tallyfold.vault.internal;

import java.util.Base64;
import java.util.Optional;
import tallyfold.vault.SealedSecret;

/**
 * The parts of a sealed secret, each as base64url text. Reading is strict: one text for one content, so that no changed
 * text passes for the original.
 */
record Envelope(String keyId, String wrappedKey, String iv, String ciphertext) {

    private static final String VERSION = "v1";
    private static final int PARTS = 5;

    SealedSecret toSealed() {
        return new SealedSecret(String.join(".", VERSION, keyId, wrappedKey, iv, ciphertext));
    }

    /** Empty for anything that {@link #toSealed()} cannot have written. */
    static Optional<Envelope> parse(SealedSecret sealed) {
        String[] parts = sealed.text().split("\\.", -1);
        if (parts.length != PARTS || !parts[0].equals(VERSION) || parts[1].isEmpty()) {
            return Optional.empty();
        }
        boolean sound = length(parts[2]) > AesGcm.IV_LENGTH + AesGcm.TAG_LENGTH
                && length(parts[3]) == AesGcm.IV_LENGTH
                && length(parts[4]) >= AesGcm.TAG_LENGTH;
        return sound ? Optional.of(new Envelope(parts[1], parts[2], parts[3], parts[4])) : Optional.empty();
    }

    /** Bytes in the text; -1 when it is not the one way to write those bytes. */
    private static int length(String text) {
        try {
            byte[] bytes = decode(text);
            return encode(bytes).equals(text) ? bytes.length : -1;
        } catch (IllegalArgumentException _) {
            return -1;
        }
    }

    static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static byte[] decode(String text) {
        return Base64.getUrlDecoder().decode(text);
    }
}
