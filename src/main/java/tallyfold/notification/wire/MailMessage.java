package tallyfold.notification.wire;

/** A mail to one person, in both of its forms. */
public record MailMessage(String to, String subject, String plain, String html) {}
