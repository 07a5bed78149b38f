package tallyfold.notification.internal;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import tallyfold.notification.NotificationKind;
import tallyfold.notification.Severity;

/** An occasion as it is stored. */
record StoredOccasion(UUID id, NotificationKind kind, Severity severity, Map<String, String> facts, Instant occurred) {}
