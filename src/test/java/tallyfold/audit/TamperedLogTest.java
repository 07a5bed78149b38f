package tallyfold.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tallyfold.audit.internal.AuditRepository;
import tallyfold.support.Databases;
import tallyfold.support.MutableClock;

/** What somebody may do to the log who can write in the database and has no key: all of it shows. */
@ParameterizedClass
@EnumSource(Databases.Kind.class)
@SuppressWarnings("NullAway.Init")
class TamperedLogTest {

    private static final String COLUMNS = "occurred_at, actor, origin, action, subject, outcome, detail, chain";

    enum Tampering {
        TIME("UPDATE audit_event SET occurred_at = occurred_at + INTERVAL '1' SECOND WHERE seq = 3"),
        TIME_BY_A_MICROSECOND(
                "UPDATE audit_event SET occurred_at = occurred_at + INTERVAL '0.000001' SECOND WHERE seq = 3"),
        ACTOR("UPDATE audit_event SET actor = 'eve' WHERE seq = 3"),
        ACTOR_CASE("UPDATE audit_event SET actor = 'System' WHERE seq = 3"),
        ORIGIN_ADDED("UPDATE audit_event SET origin = '192.0.2.1' WHERE seq = 3"),
        ORIGIN_EMPTIED("UPDATE audit_event SET origin = '' WHERE seq = 3"),
        ORIGIN_REMOVED("UPDATE audit_event SET origin = NULL WHERE seq = 4"),
        ACTION("UPDATE audit_event SET action = 'connection.checked' WHERE seq = 3"),
        SUBJECT("UPDATE audit_event SET subject = 'fabrikam' WHERE seq = 3"),
        SUBJECT_BLANK_ADDED("UPDATE audit_event SET subject = 'contoso ' WHERE seq = 3"),
        OUTCOME("UPDATE audit_event SET outcome = 'REFUSED' WHERE seq = 3"),
        DETAIL("UPDATE audit_event SET detail = 'nothing' WHERE seq = 3"),
        DETAIL_REMOVED("UPDATE audit_event SET detail = NULL WHERE seq = 3"),
        BORDER_MOVED("UPDATE audit_event SET action = 'connection.create', subject = 'dcontoso' WHERE seq = 3"),
        MAC("UPDATE audit_event SET chain = 'ffff' WHERE seq = 3"),
        MAC_IN_CAPITALS("UPDATE audit_event SET chain = UPPER(chain) WHERE seq = 3"),
        MAC_OF_THE_LINE_BEFORE(
                "UPDATE audit_event SET chain = (SELECT e.chain FROM audit_event e WHERE e.seq = 2) WHERE seq = 3"),
        FIRST_LINE("UPDATE audit_event SET actor = 'eve' WHERE seq = 1"),
        LAST_LINE("UPDATE audit_event SET actor = 'eve' WHERE seq = 6"),
        REMOVED_AT_THE_START("DELETE FROM audit_event WHERE seq = 1"),
        REMOVED_AT_THE_START_AND_RENUMBERED(
                "DELETE FROM audit_event WHERE seq = 1",
                "UPDATE audit_event SET seq = seq + 100",
                "UPDATE audit_event SET seq = seq - 101",
                "UPDATE audit_head SET seq = 5"),
        REMOVED_IN_THE_MIDDLE("DELETE FROM audit_event WHERE seq = 3"),
        REMOVED_IN_THE_MIDDLE_AND_RENUMBERED(
                "DELETE FROM audit_event WHERE seq = 3",
                "UPDATE audit_event SET seq = seq + 100 WHERE seq > 3",
                "UPDATE audit_event SET seq = seq - 101 WHERE seq > 3",
                "UPDATE audit_head SET seq = 5"),
        REMOVED_AT_THE_END("DELETE FROM audit_event WHERE seq = 6"),
        ALL_REMOVED("DELETE FROM audit_event"),
        SWAPPED(
                "UPDATE audit_event SET seq = 100 WHERE seq = 2",
                "UPDATE audit_event SET seq = 2 WHERE seq = 3",
                "UPDATE audit_event SET seq = 3 WHERE seq = 100"),
        DUPLICATED(
                "UPDATE audit_event SET seq = seq + 100 WHERE seq > 3",
                "INSERT INTO audit_event (seq, " + COLUMNS + ") SELECT 4, " + COLUMNS
                        + " FROM audit_event WHERE seq = 3",
                "UPDATE audit_event SET seq = seq - 99 WHERE seq > 100",
                "UPDATE audit_head SET seq = 7"),
        COPIED_TO_THE_END("INSERT INTO audit_event (seq, " + COLUMNS + ") SELECT 7, " + COLUMNS
                + " FROM audit_event WHERE seq = 6"),
        COPIED_TO_THE_END_WITH_ITS_HEAD(
                "INSERT INTO audit_event (seq, " + COLUMNS + ") SELECT 7, " + COLUMNS
                        + " FROM audit_event WHERE seq = 6",
                "UPDATE audit_head SET seq = 7"),
        INSERTED_BEFORE_THE_FIRST(
                "INSERT INTO audit_event (seq, " + COLUMNS + ") SELECT 0, " + COLUMNS
                        + " FROM audit_event WHERE seq = 1",
                "UPDATE audit_event SET seq = seq + 100",
                "UPDATE audit_event SET seq = seq - 99",
                "UPDATE audit_head SET seq = 7"),
        HEAD_BACK("UPDATE audit_head SET seq = 5"),
        HEAD_FORTH("UPDATE audit_head SET seq = 7"),
        HEAD_MAC("UPDATE audit_head SET chain = ''"),
        HEAD_AT_THE_START("UPDATE audit_head SET seq = 0, chain = ''");

        /** Separated by semicolons. */
        final String statements;

        Tampering(String... statements) {
            this.statements = String.join(";", statements);
        }
    }

    @Parameter
    private Databases.Kind kind;

    private Databases database;
    private AuditLog log;

    @BeforeEach
    void write() {
        database = Databases.fresh(kind);
        log = new AuditLog(new AuditRepository(database.jdbc()), database.transactions(), new MutableClock(), () ->
                new byte[] {7});
        for (int i = 1; i <= 6; i++) {
            log.record(new AuditEvent(
                    AuditLog.SYSTEM,
                    i == 4 ? "192.0.2.4" : null,
                    "connection.created",
                    "contoso",
                    AuditEvent.Outcome.SUCCESS,
                    "event " + i));
        }
        assertThat(log.verify()).isEqualTo(new AuditVerdict.Intact(6));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @EnumSource(Tampering.class)
    void shows(Tampering tampering) {
        int changed = Stream.of(tampering.statements.split(";"))
                .mapToInt(sql -> database.jdbc().sql(sql).update())
                .sum();
        assertThat(changed).isPositive();

        assertThat(log.verify()).isInstanceOf(AuditVerdict.Broken.class);
    }
}
