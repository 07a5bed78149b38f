package tallyfold.notification.internal;

/** A way by which messages leave. */
public enum Channel {
    MAIL("mail", "mail server"),
    WEBHOOK("webhook", "webhook");

    private final String actions;
    private final String subject;

    Channel(String actions, String subject) {
        this.actions = actions;
        this.subject = subject;
    }

    /** What was done with it, for the audit log. */
    String action(String what) {
        return actions + "." + what;
    }

    /** What it is called in the audit log. */
    String subject() {
        return subject;
    }
}
