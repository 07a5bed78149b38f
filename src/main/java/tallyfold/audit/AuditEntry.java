package tallyfold.audit;

import java.time.Instant;

/**
 * An event as it is read.
 *
 * @param seq its number; 1 is the first, and none is missing
 */
public record AuditEntry(long seq, Instant occurredAt, AuditEvent event) {}
