package tallyfold.notification.internal;

/** A way by which messages leave. */
public enum Channel {
    MAIL,
    WEBHOOK
}
