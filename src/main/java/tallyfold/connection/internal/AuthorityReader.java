package tallyfold.connection.internal;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import tallyfold.connection.Authority;
import tallyfold.uikit.Texts;

/** Reads certificate authorities out of pasted text, and refuses what is none. */
@Component
public class AuthorityReader {

    static final int LONGEST_CERTIFICATE = 15_000;

    private static final int LONGEST_TEXT = 500_000;
    private static final int MOST = 20;
    private static final int SIGNS_CERTIFICATES = 5;
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\\s]+-----END CERTIFICATE-----");

    private final Clock clock;

    AuthorityReader(Clock clock) {
        this.clock = clock;
    }

    /** What a text holds. */
    public sealed interface Found {

        /** One or more authorities that can be trusted now. */
        record Certificates(List<X509Certificate> certificates) implements Found {}

        /** Something else, with the sentence that says so. */
        record Refused(String sentence) implements Found {}
    }

    /** Reads PEM. */
    public Found read(String text) {
        if (text.isBlank()) {
            return refused("empty");
        }
        if (text.contains("PRIVATE KEY")) {
            return refused("private-key");
        }
        if (text.length() > LONGEST_TEXT) {
            return refused("too-many");
        }
        List<X509Certificate> certificates = new ArrayList<>();
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            try {
                certificates.add(decode(block.group().getBytes(StandardCharsets.US_ASCII)));
            } catch (CertificateException unreadable) {
                return refused("no-certificate");
            }
        }
        if (certificates.isEmpty()) {
            return refused("no-certificate");
        }
        if (certificates.size() > MOST) {
            return refused("too-many");
        }
        for (X509Certificate certificate : certificates) {
            String name = name(certificate);
            if (!isAuthority(certificate)) {
                return refused("no-authority", name);
            }
            if (certificate.getNotAfter().toInstant().isBefore(clock.instant())) {
                return refused("expired", name);
            }
        }
        return new Found.Certificates(List.copyOf(certificates));
    }

    private static boolean isAuthority(X509Certificate certificate) {
        boolean[] usage = certificate.getKeyUsage();
        return certificate.getBasicConstraints() >= 0
                && (usage == null || (usage.length > SIGNS_CERTIFICATES && usage[SIGNS_CERTIFICATES]));
    }

    static X509Certificate decode(byte[] encoded) throws CertificateException {
        Collection<? extends Certificate> read =
                CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(encoded));
        if (read.size() != 1
                || !(read.iterator().next() instanceof X509Certificate certificate)
                || certificate.getEncoded().length > LONGEST_CERTIFICATE) {
            throw new CertificateException("Not one certificate");
        }
        return certificate;
    }

    /** What people want to know of a certificate. */
    public static Authority describe(X509Certificate certificate) {
        return new Authority(
                name(certificate),
                certificate.getIssuerX500Principal().getName(),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant(),
                fingerprint(certificate));
    }

    private static String name(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().getName();
    }

    static String fingerprint(X509Certificate certificate) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("The certificate cannot be written down", e);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    private static Found refused(String key, Object... arguments) {
        return new Found.Refused(Texts.of("connection.authority." + key, arguments));
    }
}
