package tallyfold.audit;

import java.util.List;
import java.util.function.Consumer;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import tallyfold.audit.internal.AuditReadRepository;

/** The audit log as administrators read it. */
@Service
@PreAuthorize("hasRole('ADMINISTRATOR')")
public class AuditService {

    /** To begin with the newest event. */
    public static final long NEWEST = Long.MAX_VALUE;

    private static final int BATCH = 1_000;

    private final AuditReadRepository events;
    private final AuditLog log;

    AuditService(AuditReadRepository events, AuditLog log) {
        this.events = events;
        this.log = log;
    }

    /**
     * Events that match, newest first.
     *
     * @param before only events with a smaller number; {@link #NEWEST} for the first page
     * @param skip how many of these to leave out, 0 or more
     * @param limit the most to answer, 1 or more
     */
    public List<AuditEntry> page(AuditFilter filter, long before, int skip, int limit) {
        return events.page(filter, before, skip, limit);
    }

    /** Gives every event that matches to the reader, newest first, without holding them all. Is written down itself. */
    public void export(AuditFilter filter, Consumer<AuditEntry> reader) {
        log.record(
                "audit.exported",
                "audit log",
                AuditEvent.Outcome.SUCCESS,
                filter.isEmpty() ? "all events" : "filtered");
        long before = NEWEST;
        List<AuditEntry> batch;
        do {
            batch = events.page(filter, before, 0, BATCH);
            batch.forEach(reader);
            before = batch.isEmpty() ? 0 : batch.getLast().seq();
        } while (batch.size() == BATCH);
    }

    /** Reads all events and says whether one was changed or is missing. May take seconds on a long log. */
    public AuditVerdict verify() {
        return log.verify();
    }
}
