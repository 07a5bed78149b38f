package tallyfold.connection;

import static org.mockito.Mockito.mock;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.access.hierarchicalroles.RoleHierarchyImpl;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tallyfold.audit.AuditKeys;
import tallyfold.kernel.Secret;
import tallyfold.provider.ProviderId;
import tallyfold.security.CurrentUser;
import tallyfold.security.Role;
import tallyfold.security.User;
import tallyfold.security.UserService;
import tallyfold.support.Databases;
import tallyfold.support.MutableClock;
import tallyfold.support.TestUsers;
import tallyfold.vault.SecretVault;

/** The module with a fake source system and a fake vault on a real database. */
final class ConnectionFixture {

    static final Instant START = Instant.parse("2026-11-23T09:00:00Z");

    private static final Map<Databases.Kind, ConnectionFixture> FIXTURES = new EnumMap<>(Databases.Kind.class);

    final JdbcClient jdbc;
    final FakeProvider provider = new FakeProvider();
    final MutableClock clock = new MutableClock(START);
    final Heard heard = new Heard();
    final FakeUsage usage = new FakeUsage();
    final ConnectionService service;
    final ConnectionSessions sessions;
    final ConnectionHealthChecks checks;
    final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    private ConnectionFixture(Databases database) {
        jdbc = database.jdbc();
        context.registerBean(DataSource.class, database::dataSource);
        context.registerBean(JdbcClient.class, () -> jdbc);
        context.registerBean(PlatformTransactionManager.class, database::transactions);
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(FakeProvider.class, () -> provider);
        context.registerBean(SecretVault.class, FakeVault::create);
        context.registerBean(UserService.class, () -> mock(UserService.class));
        context.registerBean(Heard.class, () -> heard);
        context.registerBean(FakeUsage.class, () -> usage);
        context.registerBean(AuditKeys.class, () -> () -> new byte[32]);
        context.registerBean(RoleHierarchy.class, () -> RoleHierarchyImpl.fromHierarchy("""
                ROLE_ADMINISTRATOR > ROLE_PROJECT_MANAGER
                ROLE_PROJECT_MANAGER > ROLE_VIEWER"""));
        context.register(Beans.class);
        context.refresh();
        service = context.getBean(ConnectionService.class);
        sessions = context.getBean(ConnectionSessions.class);
        checks = context.getBean(ConnectionHealthChecks.class);
    }

    /** One for each kind of database, emptied. */
    static synchronized ConnectionFixture empty(Databases.Kind kind) {
        ConnectionFixture fixture =
                FIXTURES.computeIfAbsent(kind, wanted -> new ConnectionFixture(Databases.fresh(wanted)));
        for (String table : List.of("connection_secret", "connection_grant", "connection", "app_user")) {
            fixture.jdbc.sql("DELETE FROM " + table).update();
        }
        fixture.provider.reset();
        fixture.heard.clear();
        fixture.usage.figures.clear();
        fixture.clock.set(START);
        return fixture;
    }

    void signIn(Role role, String name) {
        SecurityContextHolder.setContext(TestUsers.contextOf(TestUsers.user(role, name)));
    }

    User storedUser(Role role, String name) {
        User user = TestUsers.user(role, name);
        jdbc.sql("""
                        INSERT INTO app_user (id, name, name_key, display_name, role, password_hash, enabled, created_at,
                            changed_at)
                        VALUES (:id, :name, :name, :name, :role, '-', TRUE, CURRENT_TIMESTAMP, CURRENT_TIMESTAMP)""")
                .param("id", user.id().value())
                .param("name", name)
                .param("role", role.name())
                .update();
        return user;
    }

    ConnectionDraft draft(String organization, String token) {
        return new ConnectionDraft(
                new ProviderId("azure-devops"),
                "https://dev.azure.com/" + organization,
                "anna@contoso.com",
                Secret.of(token),
                "",
                null);
    }

    Connection created(String organization) {
        CreateConnectionResult result = service.create(draft(organization, FakeProvider.GOOD), _ -> {});
        return ((CreateConnectionResult.Created) result).connection();
    }

    long count(String table) {
        return jdbc.sql("SELECT COUNT(*) FROM " + table)
                .query((row, _) -> row.getLong(1))
                .single();
    }

    String sealed(ConnectionId id) {
        return jdbc.sql("SELECT sealed FROM connection_secret WHERE connection_id = :id")
                .param("id", id.value())
                .query((row, _) -> row.getString(1))
                .single();
    }

    List<String> trail() {
        return jdbc.sql("SELECT action, subject, outcome, detail FROM audit_event ORDER BY seq")
                .query((row, _) ->
                        row.getString(1) + " " + row.getString(3) + " " + row.getString(2) + " " + row.getString(4))
                .list();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableMethodSecurity
    @EnableTransactionManagement(proxyTargetClass = true)
    @Import(CurrentUser.class)
    @ComponentScan(
            basePackages = {"tallyfold.connection", "tallyfold.audit"},
            excludeFilters =
                    @ComponentScan.Filter(type = FilterType.REGEX, pattern = "tallyfold\\.connection\\.ui\\..*"))
    static class Beans {}

    /** What was told, and whether a transaction was open then. */
    static class Heard {

        private final List<String> events = new ArrayList<>();
        boolean refuseDeletion;

        @EventListener
        void on(ConnectionReady event) {
            note("ready");
        }

        @EventListener
        void on(ConnectionDeleting event) {
            note("deleting " + event.mode());
            if (refuseDeletion) {
                throw new IllegalStateException("Not now");
            }
        }

        @EventListener
        void on(ConnectionDeleted event) {
            note("deleted " + event.mode());
        }

        private void note(String what) {
            boolean inside = TransactionSynchronizationManager.isActualTransactionActive();
            events.add(what + (inside ? " inside" : " outside"));
        }

        List<String> events() {
            return List.copyOf(events);
        }

        void clear() {
            events.clear();
            refuseDeletion = false;
        }
    }

    /** Figures a test sets. */
    static class FakeUsage implements ConnectionUsage {

        final Map<ConnectionId, Usage> figures = new HashMap<>();

        @Override
        public Map<ConnectionId, Usage> usage(Collection<ConnectionId> connections) {
            Map<ConnectionId, Usage> wanted = new HashMap<>(figures);
            wanted.keySet().retainAll(connections);
            return wanted;
        }
    }
}
