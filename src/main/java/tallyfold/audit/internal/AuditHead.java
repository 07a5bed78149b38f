package tallyfold.audit.internal;

/** Where the chain ends: number and MAC of the last event; 0 and empty before the first. */
public record AuditHead(long seq, String chain) {}
