package tallyfold.network;

import java.io.Serial;
import java.security.cert.CertificateException;
import java.util.Optional;

/** A certificate that no known authority vouches for; names who issued it, so that the message can. */
public final class UntrustedIssuerException extends CertificateException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String issuer;

    UntrustedIssuerException(String issuer) {
        super("The certificate was issued by an unknown authority: " + (issuer.isEmpty() ? "without a name" : issuer));
        this.issuer = issuer;
    }

    /** Letters, digits and a few marks only; empty when it bears no name. */
    public String issuer() {
        return issuer;
    }

    /** The name of the issuer, when a failure comes of such a certificate; perhaps empty itself. */
    public static Optional<String> issuerIn(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof UntrustedIssuerException untrusted) {
                return Optional.of(untrusted.issuer());
            }
        }
        return Optional.empty();
    }
}
