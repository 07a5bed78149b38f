package tallyfold.notification.wire;

import tallyfold.uikit.Texts;

/** Who issued a certificate, for the middle of a sentence. */
final class Issuers {

    private Issuers() {}

    static String named(String issuer) {
        return issuer.isBlank() ? Texts.of("notification.issuer-without-name") : issuer;
    }
}
