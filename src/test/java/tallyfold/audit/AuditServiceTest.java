package tallyfold.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;
import tallyfold.audit.internal.AuditReadRepository;
import tallyfold.audit.internal.AuditRepository;
import tallyfold.support.Databases;
import tallyfold.support.MutableClock;

@ParameterizedClass
@EnumSource(Databases.Kind.class)
@SuppressWarnings("NullAway")
class AuditServiceTest {

    @Parameter
    private Databases.Kind kind;

    private final MutableClock clock = new MutableClock(Instant.parse("2026-11-25T09:00:00Z"));
    private Databases database;
    private AuditLog log;
    private AuditService service;

    @BeforeEach
    void write() {
        database = Databases.fresh(kind);
        log = new AuditLog(new AuditRepository(database.jdbc()), database.transactions(), clock, () -> new byte[] {1});
        service = new AuditService(new AuditReadRepository(database.jdbc()), log);
        event("anna", "user.signed-in", "anna", AuditEvent.Outcome.SUCCESS, null);
        event("system", "user.signed-in", "Ben 100%_!", AuditEvent.Outcome.REFUSED, null);
        event("anna", "connection.created", "Contoso", AuditEvent.Outcome.SUCCESS, "All checks passed");
        event("ben", "user-like.thing", "x", AuditEvent.Outcome.SUCCESS, null);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void event(String actor, String action, String subject, AuditEvent.Outcome outcome, String detail) {
        log.record(new AuditEvent(actor, "192.0.2.1", action, subject, outcome, detail));
        clock.advance(Duration.ofDays(1));
    }

    private List<Long> numbers(AuditFilter filter) {
        return service.page(filter, AuditService.NEWEST, 0, 100).stream()
                .map(AuditEntry::seq)
                .toList();
    }

    private static AuditFilter text(String text) {
        return new AuditFilter(text, null, null, null, null, null);
    }

    @Test
    void readsNewestFirstFromWhereTheReaderIs() {
        assertThat(numbers(AuditFilter.ALL)).containsExactly(4L, 3L, 2L, 1L);
        assertThat(service.page(AuditFilter.ALL, 4, 1, 1))
                .extracting(AuditEntry::seq)
                .containsExactly(2L);
        assertThat(service.page(AuditFilter.ALL, 1, 0, 10)).isEmpty();
    }

    @Test
    void findsByTextWhateverTheCaseAndTakesSignsAsTheyAre() {
        assertThat(numbers(text("CONTOSO"))).containsExactly(3L);
        assertThat(numbers(text("checks"))).containsExactly(3L);
        assertThat(numbers(text("192.0.2"))).hasSize(4);
        assertThat(numbers(text("100%_!"))).containsExactly(2L);
        assertThat(numbers(text("%"))).containsExactly(2L);
        assertThat(numbers(text("' OR 1=1 --"))).isEmpty();
    }

    @Test
    void findsActionsThatTheTextMeans() {
        assertThat(numbers(new AuditFilter("nowhere", Set.of("user.signed-in"), null, null, null, null, null)))
                .containsExactly(2L, 1L);
        assertThat(numbers(new AuditFilter("nowhere", Set.of("user.invited"), null, null, null, null, null)))
                .isEmpty();
    }

    @Test
    void findsByPersonKindOutcomeAndDay() {
        assertThat(numbers(new AuditFilter("", "anna", null, null, null, null))).containsExactly(3L, 1L);
        assertThat(numbers(new AuditFilter("", null, "user", null, null, null))).containsExactly(2L, 1L);
        assertThat(numbers(new AuditFilter("", null, null, AuditEvent.Outcome.REFUSED, null, null)))
                .containsExactly(2L);
        Instant second = Instant.parse("2026-11-26T09:00:00Z");
        assertThat(numbers(new AuditFilter("", null, null, null, second, null))).containsExactly(4L, 3L, 2L);
        assertThat(numbers(new AuditFilter("", null, null, null, null, second))).containsExactly(1L);
        assertThat(numbers(new AuditFilter("", null, null, null, second, second.plusSeconds(1))))
                .containsExactly(2L);
        assertThat(numbers(new AuditFilter("", null, null, null, Instant.parse("2030-01-01T00:00:00Z"), null)))
                .isEmpty();
        assertThat(numbers(new AuditFilter("", null, null, null, null, Instant.parse("2000-01-01T00:00:00Z"))))
                .isEmpty();
    }

    @Test
    void exportsAllThatMatchAndWritesItDown() {
        for (int i = 0; i < 1_100; i++) {
            log.record(new AuditEvent("system", null, "x.y", "many", AuditEvent.Outcome.SUCCESS, null));
        }
        List<Long> numbers = new ArrayList<>();
        service.export(text("many"), entry -> numbers.add(entry.seq()));
        assertThat(numbers).hasSize(1_100).isSortedAccordingTo((one, other) -> Long.compare(other, one));
        assertThat(service.page(AuditFilter.ALL, AuditService.NEWEST, 0, 1))
                .extracting(entry -> entry.event().action())
                .containsExactly("audit.exported");
    }

    @Test
    void saysWhenAnEventWasChanged() {
        assertThat(service.verify()).isEqualTo(new AuditVerdict.Intact(4));
        database.jdbc()
                .sql("UPDATE audit_event SET subject = 'Fabrikam' WHERE seq = 3")
                .update();
        assertThat(service.verify()).isEqualTo(new AuditVerdict.Broken(3, AuditVerdict.Fault.CHANGED));
    }

    @Test
    void findsEverythingByIndex() {
        if (kind != Databases.Kind.H2) {
            return;
        }
        database.jdbc().sql("ANALYZE").update();
        database.jdbc().sql("SET QUERY_STATISTICS TRUE").update();
        Instant time = clock.instant();
        numbers(AuditFilter.ALL);
        numbers(text("x"));
        numbers(new AuditFilter("x", "anna", "user", AuditEvent.Outcome.SUCCESS, time.minusSeconds(9), time));
        List<String> statements = database
                .jdbc()
                .sql("SELECT sql_statement FROM information_schema.query_statistics")
                .query(String.class)
                .list()
                .stream()
                .filter(sql -> sql.contains("FROM audit_event"))
                .toList();
        assertThat(statements).hasSizeGreaterThanOrEqualTo(5);
        assertThat(statements).allSatisfy(sql -> assertThat(plan(sql)).doesNotContain(".tableScan"));
    }

    private String plan(String sql) {
        return new JdbcTemplate(database.dataSource()).execute("EXPLAIN " + sql, (PreparedStatement ps) -> {
            for (int i = 1; i <= ps.getParameterMetaData().getParameterCount(); i++) {
                ps.setNull(i, Types.NULL);
            }
            try (ResultSet rows = ps.executeQuery()) {
                return rows.next() ? rows.getString(1) : "";
            }
        });
    }
}
