package tallyfold.vault.internal;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.AEADBadTagException;
import org.jasypt.encryption.StringEncryptor;
import tallyfold.kernel.Secret;
import tallyfold.vault.SealBinding;
import tallyfold.vault.SealedSecret;
import tallyfold.vault.UnreadableSecretException;

/**
 * Seals one secret: a data key of its own, wrapped under the master key, and the secret under the data key, bound to the
 * row, the destination and the master key's id.
 */
public final class Sealing {

    private static final String LABEL = "adoc1";
    private static final int DATA_KEY_LENGTH = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Sealing() {}

    public static SealedSecret seal(MasterKey master, Secret secret, SealBinding binding) {
        byte[] dataKey = random(DATA_KEY_LENGTH);
        byte[] plain = secret.revealUtf8();
        try {
            byte[] iv = random(AesGcm.IV_LENGTH);
            byte[] ciphertext = AesGcm.seal(dataKey, iv, associated(binding, master.id()), plain);
            return new Envelope(
                            master.id(),
                            wrap(master.encryptor(), dataKey),
                            Envelope.encode(iv),
                            Envelope.encode(ciphertext))
                    .toSealed();
        } finally {
            wipe(dataKey, plain);
        }
    }

    /**
     * Opens what {@link #seal} made with the same key and binding.
     *
     * @throws UnreadableSecretException when anything at all does not fit
     */
    public static Secret open(MasterKey master, SealedSecret sealed, SealBinding binding) {
        Envelope envelope = Envelope.parse(sealed)
                .filter(parts -> parts.keyId().equals(master.id()))
                .orElseThrow(UnreadableSecretException::new);
        byte[] dataKey = unwrap(master.encryptor(), envelope.wrappedKey());
        byte[] plain = new byte[0];
        try {
            plain = AesGcm.open(
                    dataKey,
                    Envelope.decode(envelope.iv()),
                    associated(binding, master.id()),
                    Envelope.decode(envelope.ciphertext()));
            return Secret.ofUtf8(plain);
        } catch (AEADBadTagException _) {
            throw new UnreadableSecretException();
        } finally {
            wipe(dataKey, plain);
        }
    }

    /** The master key a sealed text names; empty when the text is none of ours. */
    public static Optional<String> keyId(SealedSecret sealed) {
        return Envelope.parse(sealed).map(Envelope::keyId);
    }

    private static String wrap(StringEncryptor encryptor, byte[] dataKey) {
        String wrapped = encryptor.encrypt(Base64.getEncoder().encodeToString(dataKey));
        return Envelope.encode(Base64.getDecoder().decode(wrapped));
    }

    private static byte[] unwrap(StringEncryptor encryptor, String wrappedKey) {
        byte[] dataKey;
        try {
            String wrapped = Base64.getEncoder().encodeToString(Envelope.decode(wrappedKey));
            dataKey = Base64.getDecoder().decode(encryptor.decrypt(wrapped));
        } catch (Exception _) {
            // jasypt throws checked exceptions undeclared; whatever it was, the key does not open.
            throw new UnreadableSecretException();
        }
        if (dataKey.length != DATA_KEY_LENGTH) {
            throw new UnreadableSecretException();
        }
        return dataKey;
    }

    private static byte[] associated(SealBinding binding, String keyId) {
        String[] parts = {
            LABEL, binding.table(), binding.row().toString(), binding.endpoint(), binding.organization(), keyId
        };
        if (Stream.of(parts).anyMatch(part -> part.isEmpty() || part.indexOf('|') >= 0)) {
            throw new IllegalArgumentException("A part of the binding is empty or holds a separator");
        }
        return String.join("|", parts).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static void wipe(byte[]... arrays) {
        for (byte[] array : arrays) {
            Arrays.fill(array, (byte) 0);
        }
    }
}
