package tallyfold.audit.internal;

import java.time.Instant;
import tallyfold.audit.AuditEvent;

/**
 * An event as it is stored.
 *
 * @param occurredAt to the microsecond, which is what both databases keep
 * @param chain hexadecimal MAC over this row and the one before
 */
public record AuditRow(long seq, Instant occurredAt, AuditEvent event, String chain) {}
