package tallyfold.security.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tallyfold.security.internal.SetupCodeRepository.Stored;

/**
 * The one-time code that whoever started the server knows and a passer-by does not. 140 random bits, so a plain hash
 * is enough to keep it.
 */
@Component
class SetupCode {

    static final Duration LIFETIME = Duration.ofHours(24);

    private final SetupCodeRepository codes;
    private final SetupCodeFile file;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SetupCode(SetupCodeRepository codes, SetupCodeFile file, PlatformTransactionManager transactions, Clock clock) {
        this.codes = codes;
        this.file = file;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** The code that is valid now: the one in the file if it still is, else a new one. */
    String current() {
        Optional<String> written = file.read().filter(this::matches);
        if (written.isPresent()) {
            return written.get();
        }
        String code = ReadableCode.generate(random);
        transaction.executeWithoutResult(
                _ -> codes.replace(new Stored(hash(code), clock.instant().plus(LIFETIME))));
        file.write(code);
        return code;
    }

    boolean matches(String typed) {
        byte[] given = hash(typed).getBytes(StandardCharsets.US_ASCII);
        return codes.find()
                .filter(stored -> stored.expiresAt().isAfter(clock.instant()))
                .map(stored -> MessageDigest.isEqual(given, stored.hash().getBytes(StandardCharsets.US_ASCII)))
                .orElse(false);
    }

    /** Uses the code up, in the transaction that creates the administrator. */
    boolean use(String typed) {
        return codes.use(hash(typed));
    }

    /** Nobody needs a code any more. */
    void forget() {
        codes.delete();
        file.delete();
    }

    private static String hash(String code) {
        try {
            byte[] normal = ReadableCode.normal(code).getBytes(StandardCharsets.US_ASCII);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(normal));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
