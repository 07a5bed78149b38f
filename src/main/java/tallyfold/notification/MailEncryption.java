package tallyfold.notification;

import tallyfold.uikit.Texts;

/** How the way to a mail server is secured. */
public enum MailEncryption {
    /** Begins in the clear and must switch to TLS before anything is said; usual on port 587. */
    STARTTLS,
    /** TLS from the first byte; usual on port 465. */
    TLS,
    /** Everything in the clear, the password as well; for a server on the same machine. */
    NONE;

    /** The words people read. */
    public String label() {
        return Texts.of("notification.encryption." + name());
    }
}
