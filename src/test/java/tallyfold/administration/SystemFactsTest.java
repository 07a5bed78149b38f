package tallyfold.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.PropertySourcesPlaceholderConfigurer;
import org.springframework.core.env.MapPropertySource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.access.hierarchicalroles.RoleHierarchyImpl;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import tallyfold.administration.internal.DatabaseRepository;
import tallyfold.administration.internal.HomeDisk;
import tallyfold.administration.internal.InstallationRepository;
import tallyfold.administration.internal.VaultHealth;
import tallyfold.audit.AuditKeys;
import tallyfold.provider.Allowances;
import tallyfold.security.Role;
import tallyfold.security.SessionStore;
import tallyfold.security.internal.SessionRepository;
import tallyfold.support.Databases;
import tallyfold.support.MutableClock;
import tallyfold.support.TestUsers;
import tallyfold.sync.EngineStateStore;
import tallyfold.sync.SyncRunStatus;
import tallyfold.sync.internal.EngineStateRepository;
import tallyfold.vault.SecretsCheck;
import tallyfold.vault.SecretsReport;

/** What the page "System" tells, and the installation's name, on either database. */
@ParameterizedClass
@EnumSource(Databases.Kind.class)
class SystemFactsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    @TempDir
    private Path home;

    private final Databases.Kind kind;
    private final Databases database;
    private final JdbcClient jdbc;
    private final MutableClock clock = new MutableClock(NOW);
    private final SecretsCheck secrets = mock(SecretsCheck.class);
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    SystemFactsTest(Databases.Kind kind) {
        this.kind = kind;
        database = Databases.fresh(kind);
        jdbc = database.jdbc();
    }

    @BeforeEach
    void start() {
        when(secrets.run()).thenReturn(new SecretsReport("key", null, new TreeMap<>(), List.of()));
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("test", Map.of("tallyfold.home", home.toString())));
        context.registerBean(PropertySourcesPlaceholderConfigurer.class);
        context.registerBean(DataSource.class, database::dataSource);
        context.registerBean(JdbcClient.class, () -> jdbc);
        context.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(database.dataSource()));
        context.registerBean(PlatformTransactionManager.class, database::transactions);
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(SecretsCheck.class, () -> secrets);
        context.registerBean(
                Allowances.class,
                () -> () -> List.of(new Allowances.Allowance("fabrikam", 1, 4, null, null, null, null)));
        Properties build = new Properties();
        build.setProperty("version", "1.2.3");
        context.registerBean(BuildProperties.class, () -> new BuildProperties(build));
        context.registerBean(AuditKeys.class, () -> () -> new byte[32]);
        context.registerBean(RoleHierarchy.class, () -> RoleHierarchyImpl.fromHierarchy("""
                ROLE_ADMINISTRATOR > ROLE_PROJECT_MANAGER
                ROLE_PROJECT_MANAGER > ROLE_VIEWER"""));
        context.register(Beans.class);
        context.refresh();
        signIn(Role.ADMINISTRATOR);
    }

    @AfterEach
    void stop() {
        SecurityContextHolder.clearContext();
        database.close();
        context.close();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableMethodSecurity
    @EnableTransactionManagement(proxyTargetClass = true)
    @Import({
        SystemService.class,
        InstallationService.class,
        InstallationRepository.class,
        DatabaseRepository.class,
        HomeDisk.class,
        VaultHealth.class,
        SessionStore.class,
        SessionRepository.class,
        EngineStateStore.class,
        EngineStateRepository.class
    })
    @ComponentScan(
            basePackages = "tallyfold.audit",
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.ui\\..*"))
    static class Beans {}

    private static void signIn(Role role) {
        SecurityContextHolder.setContext(TestUsers.contextOf(TestUsers.user(role, "anna")));
    }

    private SystemState state() {
        return context.getBean(SystemService.class).state();
    }

    private SystemState.Check check(String name) {
        return state().checks().stream()
                .filter(check -> check.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void run(SyncRunStatus status, Instant finished) {
        jdbc.sql("""
                        INSERT INTO sync_run (id, link_id, project_id, connection_id, trigger_kind, status, requested_at,
                            finished_at, items_read, items_added, items_changed, items_removed, warnings, requests, waited_ms)
                        VALUES (:id, :id, :id, :id, 'SCHEDULE', :status, :at, :finished, 0, 0, 0, 0, 0, 0, 0)""")
                .param("id", UUID.randomUUID())
                .param("status", status.name())
                .param("at", finished.atOffset(ZoneOffset.UTC))
                .param("finished", status.finished() ? finished.atOffset(ZoneOffset.UTC) : null)
                .update();
    }

    private void task(String name, Instant due, boolean picked, Instant lastSuccess) {
        jdbc.sql("INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, last_success, version)"
                        + " VALUES (?, ?, ?, ?, ?, 1)")
                .param(name)
                .param(name)
                .param(due.atOffset(ZoneOffset.UTC))
                .param(picked)
                .param(lastSuccess.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Test
    void knowsTheDatabaseItsSizeAndItsSchema() {
        SystemState.Database told = Objects.requireNonNull(state().database());
        switch (kind) {
            case H2 -> assertThat(told.product()).startsWith("H2 2.");
            case POSTGRESQL -> {
                assertThat(told.product()).matches("PostgreSQL [0-9.]+");
                assertThat(told.bytes()).isGreaterThan(1_000_000);
            }
        }
        assertThat(told.schema()).matches("0\\d\\d");
        assertThat(Integer.parseInt(told.schema())).isGreaterThanOrEqualTo(52);
        assertThat(state().version()).isEqualTo("1.2.3");
        assertThat(state().allowances())
                .extracting(Allowances.Allowance::organization)
                .containsExactly("fabrikam");
        assertThat(check("Database").good()).isTrue();
    }

    @Test
    void knowsTheSizeOfAFile() {
        if (kind == Databases.Kind.H2) {
            try (Databases file = Databases.inFile(home.resolve("db"))) {
                var repository = new AnnotationConfigApplicationContext();
                repository.registerBean(JdbcClient.class, file::jdbc);
                repository.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(file.dataSource()));
                repository.register(DatabaseRepository.class);
                repository.refresh();
                assertThat(repository.getBean(DatabaseRepository.class).size().orElse(0))
                        .isPositive();
                repository.close();
            }
        }
    }

    @Test
    void countsRunsAndExecutions() {
        run(SyncRunStatus.WAITING, NOW);
        run(SyncRunStatus.WAITING, NOW);
        run(SyncRunStatus.RUNNING, NOW);
        run(SyncRunStatus.SUCCEEDED, NOW.minus(Duration.ofHours(1)));
        run(SyncRunStatus.FAILED, NOW.minus(Duration.ofHours(23)));
        run(SyncRunStatus.FAILED, NOW.minus(Duration.ofHours(25)));
        task("late", NOW.minusSeconds(90), false, NOW.minusSeconds(200));
        task("at-work", NOW.minusSeconds(90), true, NOW.minusSeconds(30));
        task("soon", NOW.plusSeconds(90), false, NOW.minusSeconds(100));

        var engine = Objects.requireNonNull(state().engine());
        assertThat(engine.waiting()).isEqualTo(2);
        assertThat(engine.running()).isEqualTo(1);
        assertThat(engine.overdue()).isEqualTo(1);
        assertThat(engine.lastRound()).isEqualTo(NOW.minusSeconds(30));
        assertThat(engine.ended())
                .containsExactlyInAnyOrderEntriesOf(Map.of(SyncRunStatus.SUCCEEDED, 1L, SyncRunStatus.FAILED, 1L));
    }

    @Test
    void saysThatASealedSecretDoesNotOpen() {
        assertThat(check("Vault").good()).isTrue();
        when(secrets.run()).thenReturn(new SecretsReport("key", null, new TreeMap<>(), List.of("Works")));
        clock.advance(Duration.ofMinutes(1));
        assertThat(check("Vault").good()).isFalse();
        assertThat(check("Vault").detail()).contains("Check all sealed tokens", "Keys");
    }

    @Test
    void opensTheSealedSecretsOnceAMinuteAtMost() {
        for (int i = 0; i < 6; i++) {
            state();
            clock.advance(Duration.ofSeconds(9));
        }
        verify(secrets, times(1)).run();
        clock.advance(Duration.ofSeconds(6));
        state();
        verify(secrets, times(2)).run();
    }

    @Test
    void doesNotFailWhenTheSealedSecretsCannotBeRead() {
        when(secrets.run()).thenThrow(new DataAccessResourceFailureException("gone"));
        assertThat(check("Vault").good()).isFalse();
        assertThat(check("Database").good()).isTrue();
    }

    @Test
    void warnsOfWhoIsSignedInOverPlainHttpAndNoLongerWhenTheyHaveLeft() {
        assertThat(check("Encrypted sign-ins").good()).isTrue();
        UUID id = UUID.randomUUID();
        jdbc.sql("INSERT INTO app_user (id, name, name_key, display_name, role, enabled, created_at, changed_at)"
                        + " VALUES (:id, 'ben', 'ben', 'Ben', 'VIEWER', TRUE, :now, :now)")
                .param("id", id)
                .param("now", NOW.atOffset(ZoneOffset.UTC))
                .update();
        session(id, false);
        assertThat(check("Encrypted sign-ins").good()).isTrue();
        session(id, true);
        SystemState.Check bad = check("Encrypted sign-ins");
        assertThat(bad.good()).isFalse();
        assertThat(bad.detail()).contains("plain HTTP", "tallyfold.trusted-proxies");
        assertThat(bad.article()).isEqualTo("help/run-and-keep-safe#put-it-on-the-network");
        clock.advance(Duration.ofMinutes(31));
        assertThat(check("Encrypted sign-ins").good()).isTrue();
        jdbc.sql("DROP TABLE user_session").update();
        assertThat(check("Encrypted sign-ins").good()).as("not known").isTrue();
    }

    private void session(UUID user, boolean inTheClear) {
        jdbc.sql("""
                        INSERT INTO user_session
                               (id, user_id, since, proved_at, last_used, address, browser, in_the_clear)
                        VALUES (:id, :user, :now, :now, :now, '192.0.2.1', 'Firefox on Windows', :clear)""")
                .param("id", UUID.randomUUID())
                .param("user", user)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("clear", inTheClear)
                .update();
    }

    @Test
    void tellsADatabaseThatDoesNotAnswerInsteadOfFailing() {
        jdbc.sql("DROP TABLE scheduled_tasks").update();
        assertThat(state().engine()).isNull();
        assertThat(check("Scheduler").good()).isIn(true, false);
    }

    @Test
    void callsADiskLowUnderOneGigabyteOrATenth() {
        long giga = 1L << 30;
        assertThat(new SystemState.Disk(giga - 1, giga * 2).isLow()).isTrue();
        assertThat(new SystemState.Disk(giga * 9, giga * 100).isLow()).isTrue();
        assertThat(new SystemState.Disk(giga * 11, giga * 100).isLow()).isFalse();
        assertThat(new SystemState.Disk(null, null).isLow()).isFalse();
        assertThat(state().disk().free()).isPositive();
    }

    @Test
    void isForAdministratorsOnly() {
        signIn(Role.PROJECT_MANAGER);
        assertThatThrownBy(this::state).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void namesTheInstallationAndKeepsOddNamesOut() {
        InstallationService service = context.getBean(InstallationService.class);
        assertThat(service.name()).isEmpty();
        assertThat(service.rename("  Contoso \uD83D\uDE80 ")).isTrue();
        assertThat(service.name()).isEqualTo("Contoso \uD83D\uDE80");
        for (String odd : List.of("a".repeat(41), "a\nb", "a\u202Eb", "\u0000", "a\u2028b")) {
            assertThat(service.rename(odd)).isFalse();
        }
        assertThat(service.rename("\uD83D\uDE80".repeat(40))).isTrue();
        assertThat(service.rename(" ")).isTrue();
        assertThat(service.name()).isEmpty();

        signIn(Role.VIEWER);
        assertThat(service.name()).isEmpty();
        assertThatThrownBy(() -> service.rename("x")).isInstanceOf(AccessDeniedException.class);
    }
}
