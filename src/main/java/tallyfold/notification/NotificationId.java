package tallyfold.notification;

import java.util.UUID;
import tallyfold.kernel.Identifier;

/** Key of a notification of one person. */
public record NotificationId(UUID value) implements Identifier {}
