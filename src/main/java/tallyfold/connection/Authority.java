package tallyfold.connection;

import java.time.Instant;

/**
 * A certificate authority that is trusted besides those of the JDK.
 *
 * @param fingerprint SHA-256 of the certificate, 64 hexadecimal digits in lower case
 */
public record Authority(String subject, String issuer, Instant validFrom, Instant validUntil, String fingerprint) {

    /** In pairs, as other programs show it. */
    public String fingerprintInPairs() {
        return fingerprint.toUpperCase(java.util.Locale.ROOT).replaceAll("(..)(?!$)", "$1:");
    }
}
