package tallyfold.notification;

import java.time.Instant;

/**
 * A line at the bell.
 *
 * @param text what happened and what to do, in the reader's zone
 * @param path of the page where it is mended, without a slash in front
 */
public record NotificationRow(
        NotificationId id,
        NotificationKind kind,
        Severity severity,
        String text,
        Instant occurred,
        boolean read,
        String path) {}
