package tallyfold.audit.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tallyfold.audit.AuditEvent;

/** The SQL of the audit log. Events are inserted and read; there is no statement that changes or deletes one. */
@Repository
public class AuditRepository {

    private final JdbcClient jdbc;

    public AuditRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The end of the chain, held until the surrounding transaction ends. */
    public AuditHead lockHead() {
        return jdbc.sql("SELECT seq, chain FROM audit_head WHERE only_row = 1 FOR UPDATE")
                .query((row, _) -> new AuditHead(row.getLong("seq"), row.getString("chain")))
                .single();
    }

    public AuditHead readHead() {
        return jdbc.sql("SELECT seq, chain FROM audit_head WHERE only_row = 1")
                .query((row, _) -> new AuditHead(row.getLong("seq"), row.getString("chain")))
                .single();
    }

    public void append(AuditRow row) {
        AuditEvent event = row.event();
        jdbc.sql("""
                        INSERT INTO audit_event
                               (seq, occurred_at, actor, origin, action, subject, outcome, detail, chain)
                        VALUES (:seq, :at, :actor, :origin, :action, :subject, :outcome, :detail, :chain)""")
                .param("seq", row.seq())
                .param("at", row.occurredAt().atOffset(ZoneOffset.UTC))
                .param("actor", event.actor())
                .param("origin", event.origin())
                .param("action", event.action())
                .param("subject", event.subject())
                .param("outcome", event.outcome().name())
                .param("detail", event.detail())
                .param("chain", row.chain())
                .update();
        jdbc.sql("UPDATE audit_head SET seq = :seq, chain = :chain WHERE only_row = 1")
                .param("seq", row.seq())
                .param("chain", row.chain())
                .update();
    }

    /** Events from a number on, in order. */
    public List<AuditRow> read(long from, int limit) {
        return jdbc.sql("""
                        SELECT seq, occurred_at, actor, origin, action, subject, outcome, detail, chain
                          FROM audit_event WHERE seq >= :from ORDER BY seq FETCH FIRST :limit ROWS ONLY""")
                .param("from", from)
                .param("limit", limit)
                .query((row, _) -> read(row))
                .list();
    }

    public long countAfter(long seq) {
        return jdbc.sql("SELECT COUNT(*) FROM audit_event WHERE seq > :seq")
                .param("seq", seq)
                .query((row, _) -> row.getLong(1))
                .single();
    }

    private static AuditRow read(ResultSet row) throws SQLException {
        return new AuditRow(
                row.getLong("seq"),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                new AuditEvent(
                        row.getString("actor"),
                        row.getString("origin"),
                        row.getString("action"),
                        row.getString("subject"),
                        AuditEvent.Outcome.valueOf(row.getString("outcome")),
                        row.getString("detail")),
                row.getString("chain"));
    }
}
