package tallyfold.audit.internal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tallyfold.audit.AuditEntry;
import tallyfold.audit.AuditEvent;
import tallyfold.audit.AuditFilter;

/** The SQL that reads the audit log for people: always by number, backwards, from where the reader has come to. */
@Repository
public class AuditReadRepository {

    /** Events get their time before their number, so that neighbours may have changed places. */
    private static final int DISORDER = 1_000;

    private final JdbcClient jdbc;

    public AuditReadRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Events that match and have a smaller number, newest first. */
    public List<AuditEntry> page(AuditFilter filter, long before, int skip, int limit) {
        Map<String, Object> parameters = new HashMap<>();
        List<String> conditions = new ArrayList<>();
        long last = Math.min(before - 1, lastBefore(filter.until()));
        conditions.add("seq <= :last");
        parameters.put("last", last);
        period(filter, conditions, parameters);
        if (filter.actor() != null) {
            conditions.add("actor = :actor");
            parameters.put("actor", filter.actor());
        }
        if (filter.group() != null) {
            conditions.add("action LIKE :group ESCAPE '!'");
            parameters.put("group", escape(filter.group()) + ".%");
        }
        if (filter.outcome() != null) {
            conditions.add("outcome = :outcome");
            parameters.put("outcome", filter.outcome().name());
        }
        if (!filter.text().isBlank()) {
            conditions.add("(LOWER(subject) LIKE :text ESCAPE '!' OR LOWER(actor) LIKE :text ESCAPE '!'"
                    + " OR LOWER(detail) LIKE :text ESCAPE '!' OR origin LIKE :text ESCAPE '!'"
                    + (filter.meant().isEmpty() ? ")" : " OR action IN (:meant))"));
            parameters.put("meant", filter.meant());
            parameters.put("text", "%" + escape(filter.text().strip().toLowerCase(Locale.ROOT)) + "%");
        }
        parameters.put("skip", skip);
        parameters.put("limit", limit);
        return jdbc.sql("SELECT seq, occurred_at, actor, origin, action, subject, outcome, detail FROM audit_event"
                        + " WHERE " + String.join(" AND ", conditions)
                        + " ORDER BY seq DESC OFFSET :skip ROWS FETCH FIRST :limit ROWS ONLY")
                .params(parameters)
                .query((row, _) -> new AuditEntry(
                        row.getLong("seq"),
                        row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                        new AuditEvent(
                                row.getString("actor"),
                                row.getString("origin"),
                                row.getString("action"),
                                row.getString("subject"),
                                AuditEvent.Outcome.valueOf(row.getString("outcome")),
                                row.getString("detail"))))
                .list();
    }

    /** The days as they are, and as numbers, by which the index in the order of the answer can begin and end. */
    private void period(AuditFilter filter, List<String> conditions, Map<String, Object> parameters) {
        if (filter.from() != null) {
            conditions.add("seq >= :first AND occurred_at >= :from");
            parameters.put("first", firstAfter(filter.from()));
            parameters.put("from", filter.from().atOffset(ZoneOffset.UTC));
        }
        if (filter.until() != null) {
            conditions.add("occurred_at < :until");
            parameters.put("until", filter.until().atOffset(ZoneOffset.UTC));
        }
    }

    private long firstAfter(Instant from) {
        return jdbc.sql("""
                        SELECT seq FROM audit_event WHERE occurred_at >= :time
                         ORDER BY occurred_at, seq FETCH FIRST 1 ROWS ONLY""")
                .param("time", from.atOffset(ZoneOffset.UTC))
                .query((row, _) -> row.getLong(1) - DISORDER)
                .optional()
                .orElse(Long.MAX_VALUE);
    }

    private long lastBefore(@Nullable Instant until) {
        if (until == null) {
            return Long.MAX_VALUE;
        }
        return jdbc.sql("""
                        SELECT seq FROM audit_event WHERE occurred_at < :time
                         ORDER BY occurred_at DESC, seq DESC FETCH FIRST 1 ROWS ONLY""")
                .param("time", until.atOffset(ZoneOffset.UTC))
                .query((row, _) -> row.getLong(1) + DISORDER)
                .optional()
                .orElse(0L);
    }

    private static String escape(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
