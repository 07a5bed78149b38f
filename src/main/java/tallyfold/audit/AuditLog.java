package tallyfold.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tallyfold.audit.internal.AuditChain;
import tallyfold.audit.internal.AuditHead;
import tallyfold.audit.internal.AuditRepository;
import tallyfold.audit.internal.AuditRow;
import tallyfold.audit.internal.PlainText;

/**
 * Writes down who did what. Events are only ever added, each chained to the one before by a MAC.
 *
 * <p>Writing joins the caller's transaction. It holds the end of the chain until that commits, so write as the last step
 * of a transaction, and write refusals outside of the one that is rolled back.
 */
@Service
public class AuditLog {

    /** The actor of what the product does by itself. */
    public static final String SYSTEM = "system";

    private static final int BATCH = 1_000;

    private final AuditRepository events;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final AuditKeys keys;

    /** The keys come from the vault, which itself writes here: hence the lazy reference. */
    public AuditLog(
            AuditRepository events, PlatformTransactionManager transactions, Clock clock, @Lazy AuditKeys keys) {
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.keys = keys;
    }

    /** Writes an event of the signed-in user, or of {@code system} where nobody is signed in. Never pass a secret. */
    public void record(String action, String subject, AuditEvent.Outcome outcome, @Nullable String detail) {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        String actor = SYSTEM;
        String origin = null;
        if (authentication != null) {
            if (authentication.isAuthenticated() && !(authentication instanceof AnonymousAuthenticationToken)) {
                actor = authentication.getName();
            }
            if (authentication.getDetails() instanceof WebAuthenticationDetails details) {
                origin = details.getRemoteAddress();
            }
        }
        record(new AuditEvent(actor, origin, action, subject, outcome, detail));
    }

    /** Writes an event of somebody who is not signed in (yet). Never pass a secret. */
    public void record(AuditEvent event) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        AuditEvent clean = PlainText.clean(event);
        transaction.executeWithoutResult(_ -> {
            AuditHead head = events.lockHead();
            // Only now: the key may have changed while this waited for the end of the chain.
            AuditChain chain = new AuditChain(keys.forWriting());
            long seq = head.seq() + 1;
            String link = chain.link(head.chain(), seq, now, clean);
            events.append(new AuditRow(seq, now, clean, link));
        });
    }

    /**
     * Holds the end of the chain until the surrounding transaction ends, so that the key can change between two events.
     *
     * @return the number that the next event gets
     */
    public long holdEnd() {
        Long end = transaction.execute(_ -> events.lockHead().seq());
        return (end == null ? 0 : end) + 1;
    }

    /** Reads all events and says whether one was changed or is missing. May take seconds on a long log. */
    public AuditVerdict verify() {
        // The keys after the head: one that came in between chains nothing up to it.
        AuditHead head = events.readHead();
        NavigableMap<Long, AuditChain> chains = new TreeMap<>();
        keys.forReading().forEach((first, key) -> chains.put(first, new AuditChain(key)));
        long expected = 1;
        String previous = "";
        while (expected <= head.seq()) {
            List<AuditRow> rows = events.read(expected, BATCH);
            if (rows.isEmpty()) {
                return new AuditVerdict.Broken(expected, AuditVerdict.Fault.MISSING);
            }
            for (AuditRow row : rows) {
                if (row.seq() > head.seq()) {
                    break;
                }
                if (row.seq() != expected) {
                    return new AuditVerdict.Broken(expected, AuditVerdict.Fault.MISSING);
                }
                if (!chains.floorEntry(row.seq()).getValue().holds(previous, row)) {
                    return new AuditVerdict.Broken(expected, AuditVerdict.Fault.CHANGED);
                }
                previous = row.chain();
                expected++;
            }
        }
        if (!previous.equals(head.chain())) {
            return new AuditVerdict.Broken(expected, AuditVerdict.Fault.MISSING);
        }
        return events.countAfter(head.seq()) > 0 && events.readHead().seq() == head.seq()
                ? new AuditVerdict.Broken(head.seq() + 1, AuditVerdict.Fault.CHANGED)
                : new AuditVerdict.Intact(head.seq());
    }
}
