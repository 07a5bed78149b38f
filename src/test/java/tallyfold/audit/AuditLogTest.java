package tallyfold.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import tallyfold.audit.internal.AuditRepository;
import tallyfold.security.Role;
import tallyfold.support.Databases;
import tallyfold.support.MutableClock;
import tallyfold.support.TestUsers;

@ParameterizedClass
@EnumSource(Databases.Kind.class)
@SuppressWarnings("NullAway.Init")
class AuditLogTest {

    @Parameter
    private Databases.Kind kind;

    private Databases database;
    private AuditLog log;

    @BeforeEach
    void openDatabase() {
        database = Databases.fresh(kind);
        log = logWithKey("key one");
    }

    @AfterEach
    void closeDatabase() {
        SecurityContextHolder.clearContext();
        database.close();
    }

    private AuditLog logWithKey(String key) {
        return new AuditLog(
                new AuditRepository(database.jdbc()),
                database.transactions(),
                new MutableClock(),
                () -> key.getBytes(StandardCharsets.UTF_8));
    }

    private void writeThree() {
        log.record("connection.created", "contoso", AuditEvent.Outcome.SUCCESS, null);
        log.record("connection.edited", "contoso", AuditEvent.Outcome.SUCCESS, "Äöü €");
        log.record("connection.deleted", "contoso", AuditEvent.Outcome.REFUSED, "no \u0000 right\n");
    }

    @Nested
    class Recording {

        @Test
        void namesTheSignedInUserAndTheAddress() {
            var context = TestUsers.contextOf(TestUsers.user(Role.ADMINISTRATOR, "anna"));
            var authentication = (AbstractAuthenticationToken) Objects.requireNonNull(context.getAuthentication());
            authentication.setDetails(new WebAuthenticationDetails("192.0.2.7", null));
            SecurityContextHolder.setContext(context);

            log.record("connection.created", "contoso", AuditEvent.Outcome.SUCCESS, null);

            assertThat(column("actor")).containsExactly("anna");
            assertThat(column("origin")).containsExactly("192.0.2.7");
        }

        @Test
        void callsNobodyTheSystem() {
            SecurityContextHolder.getContext()
                    .setAuthentication(new AnonymousAuthenticationToken(
                            "k", "anonymousUser", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS")));
            log.record("key.created", "k1", AuditEvent.Outcome.SUCCESS, null);

            assertThat(column("actor")).containsExactly(AuditLog.SYSTEM);
        }

        @Test
        void cutsWhatIsTooLongAtAWholeCharacterAndDropsControlCharacters() {
            log.record("a.b", "x".repeat(511) + "😀", AuditEvent.Outcome.SUCCESS, "line one\nline two\u0000");

            assertThat(column("subject")).containsExactly("x".repeat(511));
            assertThat(column("detail")).containsExactly("line one line two ");
            assertThat(log.verify()).isEqualTo(new AuditVerdict.Intact(1));
        }

        @Test
        void vanishesWithTheTransactionItJoined() {
            assertThatThrownBy(() -> database.transaction().executeWithoutResult(_ -> {
                        log.record("connection.created", "contoso", AuditEvent.Outcome.SUCCESS, null);
                        throw new IllegalStateException("rolled back");
                    }))
                    .isInstanceOf(IllegalStateException.class);

            assertThat(column("actor")).isEmpty();
            writeThree();
            assertThat(log.verify()).isEqualTo(new AuditVerdict.Intact(3));
        }

        @Test
        void givesNoTwoEventsTheSamePredecessor() throws Exception {
            AuditLog secondProcess = logWithKey("key one");
            List<Future<?>> writers = new ArrayList<>();
            try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
                for (int i = 0; i < 6; i++) {
                    AuditLog mine = i % 2 == 0 ? log : secondProcess;
                    writers.add(threads.submit(() -> {
                        for (int n = 0; n < 20; n++) {
                            mine.record("sync.finished", "run " + n, AuditEvent.Outcome.SUCCESS, null);
                        }
                    }));
                }
                for (Future<?> writer : writers) {
                    writer.get();
                }
            }
            assertThat(log.verify()).isEqualTo(new AuditVerdict.Intact(120));
        }
    }

    @Nested
    class Verifying {

        @Test
        void findsAnEmptyLogIntact() {
            assertThat(log.verify()).isEqualTo(new AuditVerdict.Intact(0));
        }

        @Test
        void findsAnUntouchedLogIntact() {
            writeThree();
            assertThat(log.verify()).isEqualTo(new AuditVerdict.Intact(3));
        }

        @Test
        void findsEveryChangedColumn() {
            List<String> changes = List.of(
                    "occurred_at = occurred_at + INTERVAL '1' SECOND",
                    "actor = 'eve'",
                    "origin = '192.0.2.1'",
                    "action = 'connection.checked'",
                    "subject = 'fabrikam'",
                    "outcome = 'REFUSED'",
                    "detail = ''",
                    "chain = 'ffff'");
            writeThree();
            for (String change : changes) {
                AuditVerdict verdict = database.transaction().execute(state -> {
                    state.setRollbackOnly();
                    database.jdbc()
                            .sql("UPDATE audit_event SET " + change + " WHERE seq = 2")
                            .update();
                    return log.verify();
                });
                assertThat(verdict).as(change).isEqualTo(new AuditVerdict.Broken(2, AuditVerdict.Fault.CHANGED));
            }
        }

        @Test
        void findsAMissingEventInTheMiddle() {
            writeThree();
            database.jdbc().sql("DELETE FROM audit_event WHERE seq = 2").update();
            assertThat(log.verify()).isEqualTo(new AuditVerdict.Broken(2, AuditVerdict.Fault.MISSING));
        }

        @Test
        void findsAMissingEventAtTheEnd() {
            writeThree();
            database.jdbc().sql("DELETE FROM audit_event WHERE seq = 3").update();
            assertThat(log.verify()).isEqualTo(new AuditVerdict.Broken(3, AuditVerdict.Fault.MISSING));
        }

        @Test
        void findsAnEventThatWasSlippedInAtTheEnd() {
            writeThree();
            database.jdbc()
                    .sql("INSERT INTO audit_event SELECT 4, occurred_at, actor, origin, action, subject, outcome,"
                            + " detail, chain FROM audit_event WHERE seq = 3")
                    .update();
            assertThat(log.verify()).isEqualTo(new AuditVerdict.Broken(4, AuditVerdict.Fault.CHANGED));
        }

        @Test
        void doesNotAcceptEventsWrittenWithAnotherKey() {
            writeThree();
            assertThat(logWithKey("key two").verify())
                    .isEqualTo(new AuditVerdict.Broken(1, AuditVerdict.Fault.CHANGED));
        }
    }

    private List<String> column(String name) {
        return database.jdbc()
                .sql("SELECT " + name + " FROM audit_event ORDER BY seq")
                .query((row, _) -> String.valueOf(row.getString(1)))
                .list();
    }
}
