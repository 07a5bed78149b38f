package tallyfold.azuredevops.http;

import java.io.Serial;
import java.security.cert.CertificateException;

/** A certificate that no known authority vouches for; names who issued it, so that the message can. */
final class UntrustedIssuerException extends CertificateException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String issuer;

    UntrustedIssuerException(String issuer) {
        super("The certificate was issued by an unknown authority");
        this.issuer = issuer;
    }

    String issuer() {
        return issuer;
    }
}
