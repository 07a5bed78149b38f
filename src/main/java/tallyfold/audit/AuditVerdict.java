package tallyfold.audit;

/** Whether the stored events are the ones that were written. */
public sealed interface AuditVerdict {

    /**
     * Every event is as it was written and none is missing.
     *
     * @param events how many there are, 0 or more
     */
    record Intact(long events) implements AuditVerdict {}

    /**
     * The log was tampered with, or is read with another key than it was written with.
     *
     * @param seq number of the first event that is wrong, 1 or more
     */
    record Broken(long seq, Fault fault) implements AuditVerdict {}

    /** What is wrong with an event. */
    enum Fault {
        CHANGED,
        MISSING
    }
}
